-- Who is who in a demo or test database: the district and its municipalities, the development issuers, and one grant for
-- each role. The people are examples.
insert into app.police_district (district_code, name, region_name) values
    ('vastra-skaraborg', 'Lokalpolisområde Västra Skaraborg', 'Polisregion Väst');
insert into app.municipality (municipality_code, name, district_code) values
    ('1494', 'Lidköping', 'vastra-skaraborg'),
    ('1495', 'Skara', 'vastra-skaraborg'),
    ('1471', 'Götene', 'vastra-skaraborg'),
    ('1444', 'Grästorp', 'vastra-skaraborg'),
    ('1470', 'Vara', 'vastra-skaraborg'),
    ('1445', 'Essunga', 'vastra-skaraborg');
insert into access.issuer (issuer, kind, municipality_code)
select 'development:municipality:' || municipality_code, 'municipality', municipality_code from app.municipality;
insert into access.issuer (issuer, kind, district_code) values ('development:district:vastra-skaraborg', 'district', 'vastra-skaraborg');
insert into access.issuer (issuer, kind) values ('development:operator', 'operator');
insert into access.caller_grant (issuer, subject, role, municipality_code)
select 'development:municipality:' || m.municipality_code, r.role, r.role, m.municipality_code
from app.municipality m, (values ('coordinator'), ('contributor'), ('reader'), ('auditor')) r (role);
insert into access.caller_grant (issuer, subject, role, municipality_code)
select 'development:district:vastra-skaraborg', 'municipal-officer-' || municipality_code, 'municipalOfficer', municipality_code from app.municipality;
insert into access.caller_grant (issuer, subject, role, district_code) values
    ('development:district:vastra-skaraborg', 'district-reader', 'districtReader', 'vastra-skaraborg'),
    ('development:district:vastra-skaraborg', 'head-of-district', 'headOfDistrict', 'vastra-skaraborg');
insert into access.caller_grant (issuer, subject, role) values ('development:operator', 'operator', 'operator');
