-- BI reads a database of its own: its views and logins' scopes are no longer here.
drop schema bi;
drop table access.bi_login;

-- In which police district a municipality was, from which day on: municipalities move. Year 1 is since the beginning.
create table app.municipality_district (
    municipality_code text not null references app.municipality,
    valid_from date not null,
    district_code text not null references app.police_district,
    primary key (municipality_code, valid_from)
);
alter table app.municipality_district enable row level security, force row level security;
comment on table app.municipality_district is 'Kommunens lokalpolisområde genom åren';
alter table app.municipality no force row level security;
alter table app.municipality_district no force row level security;
insert into app.municipality_district (municipality_code, valid_from, district_code)
select m.municipality_code, '0001-01-01', m.district_code from app.municipality m;
alter table app.municipality_district force row level security;
alter table app.municipality force row level security;

-- How many live there at the end of a year, as the operator loads it from Statistics Sweden: for what is counted per 1,000.
create table app.population (
    municipality_code text not null references app.municipality,
    year integer not null check (year between 1990 and 2200),
    inhabitants integer not null check (inhabitants between 1 and 9999999),
    primary key (municipality_code, year)
);
alter table app.population enable row level security, force row level security;
comment on table app.population is 'Kommunens folkmängd den 31 december';
