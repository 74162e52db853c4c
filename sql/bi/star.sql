-- The star: what a BI login sees. {data} and {views} are the schemas of its scope; `samverkan` fills in their names when the first login of a scope
-- is made, and makes both anew when this file has changed. The tables hold just the scope's rows, so that nothing has to be checked row by row;
-- the views over them are the contract: a published column changes only with a new version of its view.
--
-- From each fact there is one path at most to each dimension, and none between dimensions: a tool that follows keys would leave out one of two.

create table {data}.dim_kommun (
    kommunkod varchar(4) not null,
    kommun varchar(100) not null,
    lokalpolisomrade_kod varchar(100) not null,
    lokalpolisomrade varchar(200) not null,
    polisregion varchar(200) not null,
    lokalpolisomrade_fran date,
    primary key (kommunkod)
);
create table {data}.dim_datum (
    datum date not null,
    ar integer not null,
    kvartal integer not null,
    manad integer not null,
    manadsnamn varchar(20) not null,
    iso_ar integer not null,
    vecka integer not null,
    veckodag integer not null,
    veckodagsnamn varchar(20) not null,
    helgdag varchar(40),
    arbetsdag boolean not null,
    -- Years that plans are of, and those that anybody expects: a calendar of two centuries would be in the way.
    visas boolean not null,
    primary key (datum)
);
create table {data}.dim_status (
    status varchar(40) not null,
    ordning integer not null,
    avslutad boolean not null,
    primary key (status)
);
create table {data}.dim_tema (
    tema varchar(60) not null,
    ordning integer not null,
    primary key (tema)
);
create table {data}.dim_ansvarig (
    ansvarig_id varchar(36) not null,
    kommun varchar(100) not null,
    ansvarig varchar(500) not null,
    slag varchar(40) not null,
    form varchar(40) not null,
    primary key (ansvarig_id)
);
create table {data}.dim_overenskommelse (
    overenskommelse_id varchar(36) not null,
    kommun varchar(100) not null,
    titel varchar(500) not null,
    lokalpolisomrade_kod varchar(100) not null,
    lokalpolisomrade varchar(200) not null,
    galler_fran date not null,
    galler_till date,
    upphor date,
    status varchar(40) not null,
    dokument_id varchar(36) not null,
    primary key (overenskommelse_id)
);
create index on {data}.dim_overenskommelse (dokument_id);
create table {data}.dim_handlingsplan (
    handlingsplan_id varchar(36) not null,
    kommun varchar(100) not null,
    ar integer not null,
    version_i_aret integer not null,
    galler boolean not null,
    galler_fran date not null,
    galler_till date not null,
    status varchar(40) not null,
    antagen_av varchar(500),
    antagen_den date,
    avslutad_den date,
    ersatt_av_id varchar(36),
    dokument_id varchar(36) not null,
    primary key (handlingsplan_id)
);
create index on {data}.dim_handlingsplan (dokument_id);
create table {data}.fakta_atgard (
    atgard_id varchar(36) not null,
    linje_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    overenskommelse_id varchar(36) not null references {data}.dim_overenskommelse deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    omrade text not null,
    ordning integer not null,
    orsak text,
    atgard text not null,
    planerad_uppfoljning text,
    status varchar(40) not null references {data}.dim_status deferrable initially deferred,
    startar date,
    forfaller date not null references {data}.dim_datum deferrable initially deferred,
    planerat_antal numeric(18,6),
    enhet varchar(100),
    rapporterat_antal numeric(18,6),
    antal_uppfoljningar integer not null,
    forsta_rapport date,
    senaste_rapport date,
    antal_ansvariga integer not null,
    polisen_ansvarar boolean not null,
    dokument_id varchar(36) not null,
    primary key (atgard_id)
);
create index on {data}.fakta_atgard (dokument_id);
create table {data}.brygga_ansvar (
    atgard_id varchar(36) not null references {data}.fakta_atgard deferrable initially deferred,
    ansvarig_id varchar(36) not null references {data}.dim_ansvarig deferrable initially deferred,
    huvudansvar boolean not null,
    besked varchar(40) not null,
    dokument_id varchar(36) not null,
    primary key (atgard_id, ansvarig_id)
);
create index on {data}.brygga_ansvar (dokument_id);
create index on {data}.brygga_ansvar (ansvarig_id);
create table {data}.fakta_uppfoljning (
    uppfoljning_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    atgard_id varchar(36) not null,
    linje_id varchar(36) not null,
    ansvarig_id varchar(36) references {data}.dim_ansvarig deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    datum date not null references {data}.dim_datum deferrable initially deferred,
    fran date not null,
    status varchar(40) not null references {data}.dim_status deferrable initially deferred,
    uppfoljningstillfalle varchar(200),
    text text,
    skal text,
    antal numeric(18,6),
    enhet varchar(100),
    ungefarligt boolean not null,
    registrerad timestamptz not null,
    dokument_id varchar(36) not null,
    primary key (uppfoljning_id)
);
create index on {data}.fakta_uppfoljning (dokument_id);
create index on {data}.fakta_uppfoljning (ansvarig_id);
create table {data}.fakta_rattad_uppfoljning (
    uppfoljning_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    atgard_id varchar(36) not null,
    datum date not null references {data}.dim_datum deferrable initially deferred,
    status varchar(40) not null references {data}.dim_status deferrable initially deferred,
    antal numeric(18,6),
    enhet varchar(100),
    aterkallad boolean not null,
    rattad_av_id varchar(36),
    registrerad timestamptz not null,
    dokument_id varchar(36) not null,
    primary key (uppfoljning_id)
);
create index on {data}.fakta_rattad_uppfoljning (dokument_id);
-- A row for each measure, with its months beside each other: as rows of their own they were half of all that is here. The view gives them as rows.
create table {data}.fakta_status_manad (
    atgard_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    datum date[] not null,
    status varchar(40)[] not null check (cardinality(status) = cardinality(datum) and array_position(status, null) is null and array_position(datum, null) is null),
    dokument_id varchar(36) not null,
    primary key (atgard_id)
);
create index on {data}.fakta_status_manad (dokument_id);
create table {data}.fakta_oplanerat (
    oplanerat_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    ansvarig_id varchar(36) references {data}.dim_ansvarig deferrable initially deferred,
    datum date not null references {data}.dim_datum deferrable initially deferred,
    fran date not null,
    text text not null,
    antal numeric(18,6),
    enhet varchar(100),
    ungefarligt boolean not null,
    dokument_id varchar(36) not null,
    primary key (oplanerat_id)
);
create index on {data}.fakta_oplanerat (dokument_id);
create index on {data}.fakta_oplanerat (ansvarig_id);
create table {data}.fakta_utgatt (
    atgard_id varchar(36) not null,
    linje_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    atgard text not null,
    skal text not null,
    dokument_id varchar(36) not null,
    primary key (handlingsplan_id, linje_id)
);
create index on {data}.fakta_utgatt (dokument_id);
create table {data}.fakta_indikator (
    varde_id varchar(36) not null,
    indikator_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    tema varchar(60) not null references {data}.dim_tema deferrable initially deferred,
    indikator varchar(500) not null,
    enhet varchar(100) not null,
    kalla text,
    riktning varchar(40) not null,
    utgangsvarde numeric(18,6),
    malvarde numeric(18,6),
    datum date not null references {data}.dim_datum deferrable initially deferred,
    varde numeric(18,6) not null,
    malet_natt boolean,
    dokument_id varchar(36) not null,
    primary key (varde_id)
);
create index on {data}.fakta_indikator (dokument_id);
create table {data}.fakta_redovisning (
    redovisning_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    handlingsplan_id varchar(36) not null references {data}.dim_handlingsplan deferrable initially deferred,
    titel text not null,
    status varchar(40) not null,
    skickad date references {data}.dim_datum deferrable initially deferred,
    mottagen date,
    dokument_id varchar(36) not null,
    primary key (redovisning_id)
);
create index on {data}.fakta_redovisning (dokument_id);
create table {data}.fakta_lofte (
    lofte_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    overenskommelse_id varchar(36) not null references {data}.dim_overenskommelse deferrable initially deferred,
    lamnat_av varchar(40) not null,
    text text,
    status varchar(40) not null,
    publicerat date references {data}.dim_datum deferrable initially deferred,
    galler_fran date,
    galler_till date,
    aterkallat date,
    utfall varchar(40),
    dokument_id varchar(36) not null,
    primary key (lofte_id)
);
create index on {data}.fakta_lofte (dokument_id);
create table {data}.fakta_lofte_utfall (
    utfall_id varchar(36) not null,
    lofte_id varchar(36) not null,
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    overenskommelse_id varchar(36) not null references {data}.dim_overenskommelse deferrable initially deferred,
    datum date not null references {data}.dim_datum deferrable initially deferred,
    fran date not null,
    utfall varchar(40) not null,
    text text not null,
    antal numeric(18,6),
    enhet varchar(100),
    ungefarligt boolean not null,
    dokument_id varchar(36) not null,
    primary key (utfall_id)
);
create index on {data}.fakta_lofte_utfall (dokument_id);
create table {data}.brygga_kommun_omrade (
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    lokalpolisomrade_kod varchar(100) not null,
    lokalpolisomrade varchar(200) not null,
    polisregion varchar(200) not null,
    ordning integer not null,
    galler_fran date,
    galler_till date,
    dokument_id varchar(36) not null,
    primary key (kommunkod, ordning)
);
create index on {data}.brygga_kommun_omrade (dokument_id);
create table {data}.fakta_befolkning (
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    ar integer not null,
    datum date not null references {data}.dim_datum deferrable initially deferred,
    folkmangd integer not null,
    dokument_id varchar(36) not null,
    primary key (kommunkod, ar)
);
create index on {data}.fakta_befolkning (dokument_id);
create table {data}.fakta_lagkrav (
    kommunkod varchar(4) not null references {data}.dim_kommun deferrable initially deferred,
    lagkrav varchar(100) not null,
    ordning integer not null,
    paragraf varchar(20) not null,
    status varchar(40) not null,
    uppfyllt_den date,
    senast date,
    dokument_id varchar(36) not null,
    primary key (kommunkod, lagkrav)
);
create index on {data}.fakta_lagkrav (dokument_id);

create view {views}.dim_kommun as select kommunkod, kommun, lokalpolisomrade_kod, lokalpolisomrade, polisregion, lokalpolisomrade_fran from {data}.dim_kommun;
comment on view {views}.dim_kommun is 'Kommuner som inloggningen ser; en rad per kommun';
comment on column {views}.dim_kommun.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.dim_kommun.kommun is 'Kommunens namn';
comment on column {views}.dim_kommun.lokalpolisomrade_kod is 'Lokalpolisområdets kod i tjänsten, i dag';
comment on column {views}.dim_kommun.lokalpolisomrade is 'Lokalpolisområdets namn, i dag';
comment on column {views}.dim_kommun.polisregion is 'Polisregionens namn, i dag';
comment on column {views}.dim_kommun.lokalpolisomrade_fran is 'Sedan vilken dag kommunen hör dit; tomt när den alltid har gjort det';

create view {views}.dim_datum as select datum, ar, kvartal, manad, manadsnamn, iso_ar, vecka, veckodag, veckodagsnamn, helgdag, arbetsdag from {data}.dim_datum where visas;
comment on view {views}.dim_datum is 'Dagar från 2009 till 2045, och så långt planernas år räcker; en rad per dag';
comment on column {views}.dim_datum.datum is 'Dagen';
comment on column {views}.dim_datum.ar is 'År';
comment on column {views}.dim_datum.kvartal is 'Kvartal, 1–4';
comment on column {views}.dim_datum.manad is 'Månad, 1–12';
comment on column {views}.dim_datum.manadsnamn is 'Månadens namn';
comment on column {views}.dim_datum.iso_ar is 'Året som veckan räknas till (ISO 8601)';
comment on column {views}.dim_datum.vecka is 'Veckans nummer (ISO 8601)';
comment on column {views}.dim_datum.veckodag is 'Veckodag, 1 = måndag';
comment on column {views}.dim_datum.veckodagsnamn is 'Veckodagens namn';
comment on column {views}.dim_datum.helgdag is 'Helgdagens namn; tomt på andra dagar';
comment on column {views}.dim_datum.arbetsdag is 'Sant måndag–fredag utom helgdagar och helgdagsaftnar som är lediga';

create view {views}.dim_status as select status, ordning, avslutad from {data}.dim_status;
comment on view {views}.dim_status is 'Åtgärders lägen';
comment on column {views}.dim_status.status is 'Läget';
comment on column {views}.dim_status.ordning is 'Ordning att visa dem i';
comment on column {views}.dim_status.avslutad is 'Sant när ingenting mer väntas: genomförd, delvis genomförd, ej genomförd eller inställd';

create view {views}.dim_tema as select tema, ordning from {data}.dim_tema;
comment on view {views}.dim_tema is 'Teman';
comment on column {views}.dim_tema.tema is 'Temat';
comment on column {views}.dim_tema.ordning is 'Ordning att visa dem i';

create view {views}.dim_ansvarig as select ansvarig_id, kommun, ansvarig, slag, form from {data}.dim_ansvarig;
comment on view {views}.dim_ansvarig is 'Ansvariga som de heter och är i dag; den som har gått upp i en annan är den andra';
comment on column {views}.dim_ansvarig.ansvarig_id is 'Den ansvarigas id';
comment on column {views}.dim_ansvarig.kommun is 'Kommunens namn';
comment on column {views}.dim_ansvarig.ansvarig is 'Namn på organisationen, enheten, funktionen eller gruppen';
comment on column {views}.dim_ansvarig.slag is 'kommunen, polisen, gemensam eller extern';
comment on column {views}.dim_ansvarig.form is 'organisation, enhet, funktion eller grupp';

create view {views}.dim_overenskommelse as select overenskommelse_id, kommun, titel, lokalpolisomrade_kod, lokalpolisomrade, galler_fran, galler_till, upphor, status from {data}.dim_overenskommelse;
comment on view {views}.dim_overenskommelse is 'Samverkansöverenskommelser som är föreslagna, undertecknade eller uppsagda';
comment on column {views}.dim_overenskommelse.overenskommelse_id is 'Överenskommelsens id';
comment on column {views}.dim_overenskommelse.kommun is 'Kommunens namn';
comment on column {views}.dim_overenskommelse.titel is 'Titel';
comment on column {views}.dim_overenskommelse.lokalpolisomrade_kod is 'Lokalpolisområdet som är part';
comment on column {views}.dim_overenskommelse.lokalpolisomrade is 'Lokalpolisområdets namn';
comment on column {views}.dim_overenskommelse.galler_fran is 'Avtalsperiodens första dag';
comment on column {views}.dim_overenskommelse.galler_till is 'Sista dagen som den undertecknades; tomt = tills vidare';
comment on column {views}.dim_overenskommelse.upphor is 'Sista dagen efter förlängning eller uppsägning; tomt = tills vidare';
comment on column {views}.dim_overenskommelse.status is 'föreslagen, kommande, gällande; gällande, uppsagd; eller upphört';

create view {views}.dim_handlingsplan as select handlingsplan_id, kommun, ar, version_i_aret, galler, galler_fran, galler_till, status, antagen_av, antagen_den, avslutad_den, ersatt_av_id from {data}.dim_handlingsplan;
comment on view {views}.dim_handlingsplan is 'Handlingsplaner som är antagna, avslutade eller ersatta inom året; åtgärder hänger bara på den som gäller';
comment on column {views}.dim_handlingsplan.handlingsplan_id is 'Planens id';
comment on column {views}.dim_handlingsplan.kommun is 'Kommunens namn';
comment on column {views}.dim_handlingsplan.ar is 'Planens år';
comment on column {views}.dim_handlingsplan.version_i_aret is '1 för årets första plan, 2 för den som ersatte den';
comment on column {views}.dim_handlingsplan.galler is 'Sant för den plan som gäller, eller gällde sist, för året';
comment on column {views}.dim_handlingsplan.galler_fran is 'Planens första dag';
comment on column {views}.dim_handlingsplan.galler_till is 'Planens sista dag';
comment on column {views}.dim_handlingsplan.status is 'antagen, avslutad eller ersatt';
comment on column {views}.dim_handlingsplan.antagen_av is 'Organet som antog planen';
comment on column {views}.dim_handlingsplan.antagen_den is 'Dagen då planen antogs';
comment on column {views}.dim_handlingsplan.avslutad_den is 'Dagen då planen avslutades';
comment on column {views}.dim_handlingsplan.ersatt_av_id is 'Planen som ersatte den under året';

create view {views}.fakta_atgard as select atgard_id, linje_id, kommunkod, ar, handlingsplan_id, overenskommelse_id, tema, omrade, ordning, orsak, atgard, planerad_uppfoljning, status, startar, forfaller, planerat_antal, enhet, rapporterat_antal, antal_uppfoljningar, forsta_rapport, senaste_rapport, antal_ansvariga, polisen_ansvarar, forfaller < idag and status in ('ingen uppgift', 'ej påbörjad', 'pågår') as sen from {data}.fakta_atgard, (select (now() at time zone 'Europe/Stockholm')::date as idag) i;
comment on view {views}.fakta_atgard is 'En rad per åtgärd och år, i planen som gäller; antal rader = antal åtgärder';
comment on column {views}.fakta_atgard.atgard_id is 'Åtgärdens id i planen';
comment on column {views}.fakta_atgard.linje_id is 'Samma åtgärd genom alla år';
comment on column {views}.fakta_atgard.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_atgard.ar is 'Planens år';
comment on column {views}.fakta_atgard.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_atgard.overenskommelse_id is 'Överenskommelsen';
comment on column {views}.fakta_atgard.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_atgard.omrade is 'Det prioriterade områdets rubrik';
comment on column {views}.fakta_atgard.ordning is 'Åtgärdens plats i planen, från 1';
comment on column {views}.fakta_atgard.orsak is 'Orsaken som åtgärden svarar mot';
comment on column {views}.fakta_atgard.atgard is 'Åtgärdens text';
comment on column {views}.fakta_atgard.planerad_uppfoljning is 'Hur den ska följas upp enligt planen';
comment on column {views}.fakta_atgard.status is 'Åtgärdens läge i dag, eller när året slutade';
comment on column {views}.fakta_atgard.startar is 'Dagen då den börjar, när planen säger en';
comment on column {views}.fakta_atgard.forfaller is 'Sista dagen, åtgärdens eller planens';
comment on column {views}.fakta_atgard.planerat_antal is 'Planerat antal; summera per enhet';
comment on column {views}.fakta_atgard.enhet is 'Vad antalen räknar';
comment on column {views}.fakta_atgard.rapporterat_antal is 'Rapporterat antal i samma enhet; summera per enhet';
comment on column {views}.fakta_atgard.antal_uppfoljningar is 'Uppföljningar som räknas; kan summeras';
comment on column {views}.fakta_atgard.forsta_rapport is 'Sista dagen i den tidigaste uppföljningens period';
comment on column {views}.fakta_atgard.senaste_rapport is 'Sista dagen i den senaste uppföljningens period';
comment on column {views}.fakta_atgard.antal_ansvariga is 'Antal ansvariga; summan räknar samma ansvarig flera gånger';
comment on column {views}.fakta_atgard.polisen_ansvarar is 'Sant när polisen är en av de ansvariga';
comment on column {views}.fakta_atgard.sen is 'Sant när sista dagen har passerat utan att åtgärden är avslutad; gäller dagen då frågan ställs';

create view {views}.brygga_ansvar as select atgard_id, ansvarig_id, huvudansvar, besked from {data}.brygga_ansvar;
comment on view {views}.brygga_ansvar is 'Vilka som ansvarar för vilken åtgärd; en åtgärd kan ha flera, så summera åtgärder aldrig härifrån';
comment on column {views}.brygga_ansvar.atgard_id is 'Åtgärden';
comment on column {views}.brygga_ansvar.ansvarig_id is 'Den ansvariga';
comment on column {views}.brygga_ansvar.huvudansvar is 'Sant för den som leder åtgärden';
comment on column {views}.brygga_ansvar.besked is 'Den ansvarigas senaste besked om sin del';

create view {views}.fakta_uppfoljning as select uppfoljning_id, kommunkod, ar, handlingsplan_id, atgard_id, linje_id, ansvarig_id, tema, datum, fran, status, uppfoljningstillfalle, text, skal, antal, enhet, ungefarligt, registrerad from {data}.fakta_uppfoljning;
comment on view {views}.fakta_uppfoljning is 'Uppföljningar som räknas, en rad per uppföljning; rättade och återkallade står i fakta_rattad_uppfoljning';
comment on column {views}.fakta_uppfoljning.uppfoljning_id is 'Uppföljningens id';
comment on column {views}.fakta_uppfoljning.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_uppfoljning.ar is 'Planens år';
comment on column {views}.fakta_uppfoljning.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_uppfoljning.atgard_id is 'Åtgärden i planen som gäller';
comment on column {views}.fakta_uppfoljning.linje_id is 'Samma åtgärd genom alla år';
comment on column {views}.fakta_uppfoljning.ansvarig_id is 'Den ansvariga; tomt = åtgärden som helhet';
comment on column {views}.fakta_uppfoljning.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_uppfoljning.datum is 'Sista dagen som uppföljningen gäller';
comment on column {views}.fakta_uppfoljning.fran is 'Första dagen som den gäller';
comment on column {views}.fakta_uppfoljning.status is 'Läget enligt uppföljningen';
comment on column {views}.fakta_uppfoljning.uppfoljningstillfalle is 'Uppföljningstillfället som dagarna ligger inom';
comment on column {views}.fakta_uppfoljning.text is 'Vad som gjordes';
comment on column {views}.fakta_uppfoljning.skal is 'Skälet när något inte blev av';
comment on column {views}.fakta_uppfoljning.antal is 'Antal i enheten; summera per enhet';
comment on column {views}.fakta_uppfoljning.enhet is 'Vad antalet räknar';
comment on column {views}.fakta_uppfoljning.ungefarligt is 'Sant när antalet är ungefärligt';
comment on column {views}.fakta_uppfoljning.registrerad is 'När den registrerades';

create view {views}.fakta_rattad_uppfoljning as select uppfoljning_id, kommunkod, ar, handlingsplan_id, atgard_id, datum, status, antal, enhet, aterkallad, rattad_av_id, registrerad from {data}.fakta_rattad_uppfoljning;
comment on view {views}.fakta_rattad_uppfoljning is 'Uppföljningar som senare har rättats eller återkallats; de räknas inte';
comment on column {views}.fakta_rattad_uppfoljning.uppfoljning_id is 'Uppföljningens id';
comment on column {views}.fakta_rattad_uppfoljning.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_rattad_uppfoljning.ar is 'Planens år';
comment on column {views}.fakta_rattad_uppfoljning.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_rattad_uppfoljning.atgard_id is 'Åtgärden i planen som gäller';
comment on column {views}.fakta_rattad_uppfoljning.datum is 'Sista dagen som den gällde';
comment on column {views}.fakta_rattad_uppfoljning.status is 'Läget som den sade';
comment on column {views}.fakta_rattad_uppfoljning.antal is 'Antalet som den sade; summera inte';
comment on column {views}.fakta_rattad_uppfoljning.enhet is 'Vad antalet räknade';
comment on column {views}.fakta_rattad_uppfoljning.aterkallad is 'Sant när den togs tillbaka utan att något kom i stället';
comment on column {views}.fakta_rattad_uppfoljning.rattad_av_id is 'Uppföljningen som kom i stället';
comment on column {views}.fakta_rattad_uppfoljning.registrerad is 'När den registrerades';

create view {views}.fakta_status_manad as
select s.atgard_id, s.kommunkod, s.ar, s.handlingsplan_id, s.tema, m.datum, m.status::varchar(40) as status
from {data}.fakta_status_manad s cross join lateral unnest(s.datum, s.status) m (datum, status);
comment on view {views}.fakta_status_manad is 'Varje åtgärds läge vid varje månads slut under planens tid, av det som är rapporterat om dagarna till dess; räkna rader för ett datum, summera aldrig över datum';
comment on column {views}.fakta_status_manad.atgard_id is 'Åtgärden i planen som gäller';
comment on column {views}.fakta_status_manad.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_status_manad.ar is 'Planens år';
comment on column {views}.fakta_status_manad.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_status_manad.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_status_manad.datum is 'Månadens sista dag';
comment on column {views}.fakta_status_manad.status is 'Läget den dagen';

create view {views}.fakta_oplanerat as select oplanerat_id, kommunkod, ar, handlingsplan_id, tema, ansvarig_id, datum, fran, text, antal, enhet, ungefarligt from {data}.fakta_oplanerat;
comment on view {views}.fakta_oplanerat is 'Arbete som ingen åtgärd i planen nämner, en rad per uppgift';
comment on column {views}.fakta_oplanerat.oplanerat_id is 'Uppgiftens id';
comment on column {views}.fakta_oplanerat.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_oplanerat.ar is 'Planens år';
comment on column {views}.fakta_oplanerat.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_oplanerat.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_oplanerat.ansvarig_id is 'Den som gjorde det';
comment on column {views}.fakta_oplanerat.datum is 'Sista dagen som uppgiften gäller';
comment on column {views}.fakta_oplanerat.fran is 'Första dagen som den gäller';
comment on column {views}.fakta_oplanerat.text is 'Vad som gjordes';
comment on column {views}.fakta_oplanerat.antal is 'Antal i enheten; summera per enhet';
comment on column {views}.fakta_oplanerat.enhet is 'Vad antalet räknar';
comment on column {views}.fakta_oplanerat.ungefarligt is 'Sant när antalet är ungefärligt';

create view {views}.fakta_utgatt as select atgard_id, linje_id, kommunkod, ar, handlingsplan_id, tema, atgard, skal from {data}.fakta_utgatt;
comment on view {views}.fakta_utgatt is 'Åtgärder som en revidering eller nästa års plan inte tog med, en rad per åtgärd och plan';
comment on column {views}.fakta_utgatt.atgard_id is 'Åtgärden som den stod sist';
comment on column {views}.fakta_utgatt.linje_id is 'Samma åtgärd genom alla år';
comment on column {views}.fakta_utgatt.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_utgatt.ar is 'Planens år';
comment on column {views}.fakta_utgatt.handlingsplan_id is 'Planen som inte tog med den';
comment on column {views}.fakta_utgatt.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_utgatt.atgard is 'Åtgärdens text';
comment on column {views}.fakta_utgatt.skal is 'Varför den utgick';

create view {views}.fakta_indikator as select varde_id, indikator_id, kommunkod, ar, handlingsplan_id, tema, indikator, enhet, kalla, riktning, utgangsvarde, malvarde, datum, varde, malet_natt from {data}.fakta_indikator;
comment on view {views}.fakta_indikator is 'Indikatorers värden som räknas, en rad per värde; värden summeras inte, jämför dem';
comment on column {views}.fakta_indikator.varde_id is 'Värdets id';
comment on column {views}.fakta_indikator.indikator_id is 'Samma indikator genom alla år';
comment on column {views}.fakta_indikator.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_indikator.ar is 'Planens år';
comment on column {views}.fakta_indikator.handlingsplan_id is 'Planen som gäller för året';
comment on column {views}.fakta_indikator.tema is 'Vad området handlar om, lika för hela lokalpolisområdet';
comment on column {views}.fakta_indikator.indikator is 'Indikatorns namn';
comment on column {views}.fakta_indikator.enhet is 'Värdets enhet';
comment on column {views}.fakta_indikator.kalla is 'Var värdet kommer ifrån';
comment on column {views}.fakta_indikator.riktning is 'Om högre eller lägre är bättre';
comment on column {views}.fakta_indikator.utgangsvarde is 'Värdet att utgå från';
comment on column {views}.fakta_indikator.malvarde is 'Målet';
comment on column {views}.fakta_indikator.datum is 'Dagen som värdet gäller';
comment on column {views}.fakta_indikator.varde is 'Värdet';
comment on column {views}.fakta_indikator.malet_natt is 'Sant när värdet når målet; tomt utan mål';

create view {views}.fakta_redovisning as select redovisning_id, kommunkod, ar, handlingsplan_id, titel, status, skickad, mottagen from {data}.fakta_redovisning;
comment on view {views}.fakta_redovisning is 'Redovisningar som har skickats till lokalpolisområdet, en rad per redovisning';
comment on column {views}.fakta_redovisning.redovisning_id is 'Redovisningens id';
comment on column {views}.fakta_redovisning.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_redovisning.ar is 'Planens år';
comment on column {views}.fakta_redovisning.handlingsplan_id is 'Planen som redovisas';
comment on column {views}.fakta_redovisning.titel is 'Titel';
comment on column {views}.fakta_redovisning.status is 'skickad, ersatt eller återkallad';
comment on column {views}.fakta_redovisning.skickad is 'Dagen då den skickades';
comment on column {views}.fakta_redovisning.mottagen is 'Dagen då lokalpolisområdet tog emot den';

create view {views}.fakta_lofte as select lofte_id, kommunkod, overenskommelse_id, lamnat_av, text, status, publicerat, galler_fran, galler_till, aterkallat, utfall from {data}.fakta_lofte;
comment on view {views}.fakta_lofte is 'Medborgarlöften som är eller har varit publicerade, en rad per version';
comment on column {views}.fakta_lofte.lofte_id is 'Löftets id';
comment on column {views}.fakta_lofte.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_lofte.overenskommelse_id is 'Överenskommelsen';
comment on column {views}.fakta_lofte.lamnat_av is 'kommunen, polisen eller gemensamt';
comment on column {views}.fakta_lofte.text is 'Vad som lovas';
comment on column {views}.fakta_lofte.status is 'publicerat, ersatt eller återkallat';
comment on column {views}.fakta_lofte.publicerat is 'Dagen då det publicerades';
comment on column {views}.fakta_lofte.galler_fran is 'Första dagen';
comment on column {views}.fakta_lofte.galler_till is 'Sista dagen';
comment on column {views}.fakta_lofte.aterkallat is 'Dagen då det återkallades';
comment on column {views}.fakta_lofte.utfall is 'Senaste utfallet; tomt när inget är godkänt';

create view {views}.fakta_lofte_utfall as select utfall_id, lofte_id, kommunkod, overenskommelse_id, datum, fran, utfall, text, antal, enhet, ungefarligt from {data}.fakta_lofte_utfall;
comment on view {views}.fakta_lofte_utfall is 'Godkända utfall av löften, en rad per utfall som räknas';
comment on column {views}.fakta_lofte_utfall.utfall_id is 'Utfallets id';
comment on column {views}.fakta_lofte_utfall.lofte_id is 'Löftet';
comment on column {views}.fakta_lofte_utfall.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_lofte_utfall.overenskommelse_id is 'Överenskommelsen';
comment on column {views}.fakta_lofte_utfall.datum is 'Sista dagen som utfallet gäller';
comment on column {views}.fakta_lofte_utfall.fran is 'Första dagen';
comment on column {views}.fakta_lofte_utfall.utfall is 'uppfyllt, delvis uppfyllt, inte uppfyllt eller för tidigt att bedöma';
comment on column {views}.fakta_lofte_utfall.text is 'Vad som gjordes';
comment on column {views}.fakta_lofte_utfall.antal is 'Antal i enheten; summera per enhet';
comment on column {views}.fakta_lofte_utfall.enhet is 'Vad antalet räknar';
comment on column {views}.fakta_lofte_utfall.ungefarligt is 'Sant när antalet är ungefärligt';

create view {views}.brygga_kommun_omrade as select kommunkod, lokalpolisomrade_kod, lokalpolisomrade, polisregion, ordning, galler_fran, galler_till from {data}.brygga_kommun_omrade;
comment on view {views}.brygga_kommun_omrade is 'Vilket lokalpolisområde en kommun hörde till och när, en rad per kommun och tid; jämför datum: coalesce(galler_fran, datum) <= datum och coalesce(galler_till, datum) >= datum';
comment on column {views}.brygga_kommun_omrade.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.brygga_kommun_omrade.lokalpolisomrade_kod is 'Lokalpolisområdets kod i tjänsten';
comment on column {views}.brygga_kommun_omrade.lokalpolisomrade is 'Lokalpolisområdets namn';
comment on column {views}.brygga_kommun_omrade.polisregion is 'Polisregionens namn';
comment on column {views}.brygga_kommun_omrade.ordning is 'Ordning i tiden, från 1';
comment on column {views}.brygga_kommun_omrade.galler_fran is 'Första dagen; tomt när kommunen alltid har hört dit';
comment on column {views}.brygga_kommun_omrade.galler_till is 'Sista dagen; tomt när kommunen hör dit nu';

create view {views}.fakta_befolkning as select kommunkod, ar, datum, folkmangd from {data}.fakta_befolkning;
comment on view {views}.fakta_befolkning is 'Folkmängd den 31 december, en rad per kommun och år som driften har läst in; summera över kommuner, aldrig över år';
comment on column {views}.fakta_befolkning.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_befolkning.ar is 'Året';
comment on column {views}.fakta_befolkning.datum is 'Den 31 december det året';
comment on column {views}.fakta_befolkning.folkmangd is 'Antal invånare';

create view {views}.fakta_lagkrav as select kommunkod, lagkrav, ordning, paragraf, status, uppfyllt_den, senast from {data}.fakta_lagkrav;
comment on view {views}.fakta_lagkrav is 'Hur kommunen ligger till med vart och ett av kraven i lagen (2023:196), en rad per krav; bara för den egna kommunens inloggningar, tomt för andra';
comment on column {views}.fakta_lagkrav.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.fakta_lagkrav.lagkrav is 'Kravet';
comment on column {views}.fakta_lagkrav.ordning is 'Ordning att visa dem i';
comment on column {views}.fakta_lagkrav.paragraf is 'Paragraf i lagen';
comment on column {views}.fakta_lagkrav.status is 'uppfylld, snart dags, tiden har gått ut eller uppgift saknas';
comment on column {views}.fakta_lagkrav.uppfyllt_den is 'Dagen då det senast uppfylldes';
comment on column {views}.fakta_lagkrav.senast is 'Dagen då det ska göras igen; tomt när lagen inte säger någon';

create view {views}.uppdaterad as select renewed_at as uppdaterad from publisher.renewal;
comment on view {views}.uppdaterad is 'När tjänstens ändringar senast fördes över; en rad';
comment on column {views}.uppdaterad.uppdaterad is 'Allt som är fastställt till dess finns här';

create view {views}.lage_per_kommun_ar as
select a.kommunkod, a.ar, count(*)::integer as antal_atgarder,
    (count(*) filter (where a.status = 'ingen uppgift'))::integer as ingen_uppgift, (count(*) filter (where a.status = 'ej påbörjad'))::integer as ej_paborjade,
    (count(*) filter (where a.status = 'pågår'))::integer as pagar, (count(*) filter (where a.status = 'genomförd'))::integer as genomforda,
    (count(*) filter (where a.status = 'delvis genomförd'))::integer as delvis_genomforda, (count(*) filter (where a.status = 'ej genomförd'))::integer as ej_genomforda,
    (count(*) filter (where a.status = 'inställd'))::integer as installda, (count(*) filter (where a.sen))::integer as sena,
    (count(*) filter (where a.polisen_ansvarar))::integer as polisens
from {views}.fakta_atgard a group by a.kommunkod, a.ar;
comment on view {views}.lage_per_kommun_ar is 'Åtgärder per kommun och år efter läge; en rad per kommun och år, alla antal kan summeras';
comment on column {views}.lage_per_kommun_ar.kommunkod is 'Kommunens kod enligt SCB, fyra siffror';
comment on column {views}.lage_per_kommun_ar.ar is 'Planens år';
comment on column {views}.lage_per_kommun_ar.antal_atgarder is 'Antal åtgärder';
comment on column {views}.lage_per_kommun_ar.ingen_uppgift is 'Varav utan uppgift';
comment on column {views}.lage_per_kommun_ar.ej_paborjade is 'Varav ej påbörjade';
comment on column {views}.lage_per_kommun_ar.pagar is 'Varav pågår';
comment on column {views}.lage_per_kommun_ar.genomforda is 'Varav genomförda';
comment on column {views}.lage_per_kommun_ar.delvis_genomforda is 'Varav delvis genomförda';
comment on column {views}.lage_per_kommun_ar.ej_genomforda is 'Varav ej genomförda';
comment on column {views}.lage_per_kommun_ar.installda is 'Varav inställda';
comment on column {views}.lage_per_kommun_ar.sena is 'Sista dagen har passerat utan att åtgärden är avslutad';
comment on column {views}.lage_per_kommun_ar.polisens is 'Polisen är en av de ansvariga';

insert into {data}.dim_status (status, ordning, avslutad) values ('ej påbörjad', 1, false), ('pågår', 2, false), ('genomförd', 3, true), ('delvis genomförd', 4, true),
    ('ej genomförd', 5, true), ('inställd', 6, true), ('ingen uppgift', 7, false);
insert into {data}.dim_tema (tema, ordning) select t, n from unnest(array['narkotika', 'våld', 'våld i nära relation', 'unga', 'tillgreppsbrott', 'bedrägerier', 'trafik',
    'offentlig miljö', 'grannsamverkan', 'våldsbejakande extremism', 'trygghet', 'annat', 'inget valt']) with ordinality x (t, n);
-- Easter by the anonymous Gregorian computation; midsummer's eve, Christmas Eve and New Year's Eve are days off.
insert into {data}.dim_datum
with years as (
    select y, (y % 19) as a, y / 100 as b, y % 100 as c from generate_series(1990, 2201) y
), moon as (
    select y, a, b, c, (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h from years
), week as (
    select y, a, h, (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l from moon
), easter as (
    select y, make_date(y, (h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114) / 31, (h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114) % 31 + 1) as day from week
), midsummer as (
    select y, d::date as day from easter, generate_series(make_date(y, 6, 20), make_date(y, 6, 26), interval '1 day') d where extract(isodow from d) = 6
), saints as (
    select y, d::date as day from easter, generate_series(make_date(y, 10, 31), make_date(y, 11, 6), interval '1 day') d where extract(isodow from d) = 6
), holiday as (
    select make_date(y, 1, 1) as day, 'nyårsdagen' as name from easter union all select make_date(y, 1, 6), 'trettondedag jul' from easter
    union all select day - 2, 'långfredagen' from easter union all select day, 'påskdagen' from easter union all select day + 1, 'annandag påsk' from easter
    union all select make_date(y, 5, 1), 'första maj' from easter union all select day + 39, 'Kristi himmelsfärdsdag' from easter
    union all select day + 49, 'pingstdagen' from easter union all select make_date(y, 6, 6), 'Sveriges nationaldag' from easter
    union all select day - 1, 'midsommarafton' from midsummer union all select day, 'midsommardagen' from midsummer union all select day, 'alla helgons dag' from saints
    union all select make_date(y, 12, 24), 'julafton' from easter union all select make_date(y, 12, 25), 'juldagen' from easter
    union all select make_date(y, 12, 26), 'annandag jul' from easter union all select make_date(y, 12, 31), 'nyårsafton' from easter
)
select d::date, extract(year from d), extract(quarter from d), extract(month from d),
    (array['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'])[extract(month from d)],
    extract(isoyear from d), extract(week from d), extract(isodow from d),
    (array['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'])[extract(isodow from d)], h.name, extract(isodow from d) < 6 and h.name is null, extract(year from d) between 2009 and 2045
from generate_series(date '1990-01-01', date '2201-12-31', interval '1 day') d
left join (select day, string_agg(name, ', ') as name from holiday group by day) h on h.day = d::date;
analyze {data}.dim_datum;
