<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Columns</name>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>unique visitors</source>
        <translation>eindeutige Besucher</translation>
    </message>
    <message>
        <source>pageviews</source>
        <translation>Seitenaufrufe</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>total spend (USD)</source>
        <translation>Ausgaben gesamt (USD)</translation>
    </message>
    <message>
        <source>average ticket (USD)</source>
        <translation>mittlerer Bon (USD)</translation>
    </message>
    <message>
        <source>active days</source>
        <translation>aktive Tage</translation>
    </message>
    <message>
        <source>top event type</source>
        <translation>häufigster Ereignistyp</translation>
    </message>
    <message>
        <source>latest event (UTC)</source>
        <translation>letztes Ereignis (UTC)</translation>
    </message>
    <message>
        <source>shard</source>
        <translation>Shard</translation>
    </message>
    <message>
        <source>day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>spend (USD)</source>
        <translation>Ausgaben (USD)</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>impressions</source>
        <translation>Einblendungen</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>conversions</source>
        <translation>Abschlüsse</translation>
    </message>
    <message>
        <source>CTR (%)</source>
        <translation>Klickrate (%)</translation>
    </message>
    <message>
        <source>cost per conversion</source>
        <translation>Kosten je Abschluss</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>purchases</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <source>purchase value</source>
        <translation>Kaufwert</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>2xx</source>
        <translation>2xx</translation>
    </message>
    <message>
        <source>3xx</source>
        <translation>3xx</translation>
    </message>
    <message>
        <source>4xx</source>
        <translation>4xx</translation>
    </message>
    <message>
        <source>5xx</source>
        <translation>5xx</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>times usual</source>
        <translation>× üblich</translation>
    </message>
    <message>
        <source>usual over</source>
        <translation>üblich gemessen an</translation>
    </message>
    <message>
        <source>hours compared</source>
        <translation>verglichene Stunden</translation>
    </message>
    <message>
        <source>above usual</source>
        <translation>über dem Üblichen</translation>
    </message>
    <message>
        <source>share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>first seen</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>pages seen</source>
        <translation>gesehene Seiten</translation>
    </message>
    <message>
        <source>visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>new visitors</source>
        <translation>neue Besucher</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>user agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>weekday and hour</source>
        <translation>Wochentag und Stunde</translation>
    </message>
    <message>
        <source>hour of day</source>
        <translation>Tagesstunde</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>week from</source>
        <translation>Woche ab</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>before</source>
        <translation>davor</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>change (%)</source>
        <translation>Änderung (%)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>of the step before (%)</source>
        <translation>vom Schritt davor (%)</translation>
    </message>
    <message>
        <source>of all users (%)</source>
        <translation>von allen Nutzern (%)</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>alle Nutzer</translation>
    </message>
    <message>
        <source>with a view</source>
        <translation>mit Ansicht</translation>
    </message>
    <message>
        <source>also a click</source>
        <translation>auch mit Klick</translation>
    </message>
    <message>
        <source>also a purchase</source>
        <translation>auch mit Kauf</translation>
    </message>
    <message>
        <source>a purchase, no view or no click</source>
        <translation>mit Kauf, ohne Ansicht oder ohne Klick</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>top (%)</source>
        <translation>oberste (%)</translation>
    </message>
    <message>
        <source>of spend (%)</source>
        <translation>der Ausgaben (%)</translation>
    </message>
    <message>
        <source>from (USD)</source>
        <translation>ab (USD)</translation>
    </message>
    <message>
        <source>below (USD)</source>
        <translation>unter (USD)</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd MMM d</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd</source>
        <translation>ddd</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM d, yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd MMM d yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>footfall::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>User activity comes from events: NDJSON or CSV with id, user_id and type, and the price in metadata.price or a price column. Drop files here or open them.</source>
        <translation>Nutzeraktivität entsteht aus Ereignissen: NDJSON oder CSV mit id, user_id und type und dem Preis in metadata.price oder einer Spalte price. Ziehen Sie Dateien hierher oder öffnen Sie sie.</translation>
    </message>
    <message>
        <source>Users with most events</source>
        <translation>Nutzer mit den meisten Ereignissen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle Nutzer</translation>
    </message>
    <message>
        <source>Find a user</source>
        <translation>Nutzer suchen</translation>
    </message>
    <message numerus="yes">
        <source>users</source>
        <translation>
            <numerusform>Nutzer</numerusform>
            <numerusform>Nutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distinct events</source>
        <translation>
            <numerusform>verschiedenes Ereignis</numerusform>
            <numerusform>verschiedene Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>purchase value</source>
        <translation>Kaufwert</translation>
    </message>
    <message numerus="yes">
        <source>events sharing an id</source>
        <translation>
            <numerusform>Ereignis mit gleicher Id</numerusform>
            <numerusform>Ereignisse mit gleicher Id</numerusform>
        </translation>
    </message>
    <message>
        <source>Events that have the same id but differ in user, type or price; each of them counts</source>
        <translation>Ereignisse mit gleicher Id, die sich in Nutzer, Typ oder Preis unterscheiden; jedes davon zählt</translation>
    </message>
    <message numerus="yes">
        <source>clicks</source>
        <comment>counted</comment>
        <translation>
            <numerusform>Klick</numerusform>
            <numerusform>Klicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>views</source>
        <comment>counted</comment>
        <translation>
            <numerusform>Ansicht</numerusform>
            <numerusform>Ansichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>purchases</source>
        <comment>counted</comment>
        <translation>
            <numerusform>Kauf</numerusform>
            <numerusform>Käufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 clicks</source>
        <translation>
            <numerusform>%1 Klick</numerusform>
            <numerusform>%1 Klicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 views</source>
        <translation>
            <numerusform>%1 Ansicht</numerusform>
            <numerusform>%1 Ansichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 purchases</source>
        <translation>
            <numerusform>%1 Kauf</numerusform>
            <numerusform>%1 Käufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 · purchase value %3</source>
        <translation>%1: %2 · Kaufwert %3</translation>
    </message>
    <message>
        <source>Rank users by</source>
        <translation>Nutzer ordnen nach</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Users with most</source>
        <translation>Nutzer mit den meisten</translation>
    </message>
    <message>
        <source>From view to click to purchase</source>
        <translation>Von Ansicht zu Klick zu Kauf</translation>
    </message>
    <message>
        <source>What the chart and its table rank users by</source>
        <translation>Wonach das Diagramm und seine Tabelle die Nutzer ordnen</translation>
    </message>
    <message>
        <source>Top </source>
        <translation>Top </translation>
    </message>
    <message>
        <source>Length of the ranking</source>
        <translation>Länge der Rangliste</translation>
    </message>
    <message>
        <source>How many users the ranking lists</source>
        <translation>Wie viele Nutzer die Rangliste nennt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Find a step</source>
        <translation>Schritt suchen</translation>
    </message>
    <message>
        <source>Users with most clicks</source>
        <translation>Nutzer mit den meisten Klicks</translation>
    </message>
    <message>
        <source>Users with most views</source>
        <translation>Nutzer mit den meisten Ansichten</translation>
    </message>
    <message>
        <source>Users with most purchases</source>
        <translation>Nutzer mit den meisten Käufen</translation>
    </message>
    <message>
        <source>Users with highest purchase value</source>
        <translation>Nutzer mit dem höchsten Kaufwert</translation>
    </message>
    <message>
        <source>Top %1</source>
        <translation>Top %1</translation>
    </message>
    <message>
        <source>purchase value %1</source>
        <translation>Kaufwert %1</translation>
    </message>
    <message>
        <source>%1 · clicks, views and purchases per user</source>
        <translation>%1 · Klicks, Ansichten und Käufe je Nutzer</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>alle Nutzer</translation>
    </message>
    <message>
        <source>with a view</source>
        <translation>mit Ansicht</translation>
    </message>
    <message>
        <source>also a click</source>
        <translation>auch mit Klick</translation>
    </message>
    <message>
        <source>also a purchase</source>
        <translation>auch mit Kauf</translation>
    </message>
    <message numerus="yes">
        <source>%1 users</source>
        <translation>
            <numerusform>%1 Nutzer</numerusform>
            <numerusform>%1 Nutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the step before</source>
        <translation>%1 vom Schritt davor</translation>
    </message>
    <message>
        <source>%1 of all users</source>
        <translation>%1 von allen Nutzern</translation>
    </message>
    <message numerus="yes">
        <source>%1 more have a purchase, but no view or no click</source>
        <translation>
            <numerusform>%1 weiterer hat einen Kauf, aber keine Ansicht oder keinen Klick</numerusform>
            <numerusform>%1 weitere haben einen Kauf, aber keine Ansicht oder keinen Klick</numerusform>
        </translation>
    </message>
    <message>
        <source>From view to click to purchase · users, whichever came first</source>
        <translation>Von Ansicht zu Klick zu Kauf · Nutzer, gleich was zuerst war</translation>
    </message>
</context>
<context>
    <name>footfall::CampaignCharts</name>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>CPA</source>
        <translation>CPA</translation>
    </message>
    <message>
        <source>all campaigns</source>
        <translation>alle Kampagnen</translation>
    </message>
    <message>
        <source>Dates are told once the files are read to the end</source>
        <translation>Der Verlauf kommt, sobald die Dateien zu Ende gelesen sind</translation>
    </message>
    <message>
        <source>Rows in a database are not told by date here</source>
        <translation>Von Zeilen in einer Datenbank gibt es hier keinen Verlauf</translation>
    </message>
    <message>
        <source>The dates could not be told</source>
        <translation>Der Verlauf ließ sich nicht ermitteln</translation>
    </message>
    <message>
        <source>No row that is shown has a date of the form YYYY-MM-DD</source>
        <translation>Keine gezeigte Zeile hat ein Datum der Form JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>%1 · all campaigns together, those left out below, too; rows selected in the table get a line each</source>
        <translation>%1 · alle Kampagnen zusammen, auch die unten weggelassenen; in der Tabelle gewählte Zeilen bekommen je eine Linie</translation>
    </message>
    <message>
        <source>%1 · all campaigns together; rows selected in the table get a line each</source>
        <translation>%1 · alle Kampagnen zusammen; in der Tabelle gewählte Zeilen bekommen je eine Linie</translation>
    </message>
    <message>
        <source>%1 · the first %2 of %3 selected rows</source>
        <translation>%1 · die ersten %2 von %3 gewählten Zeilen</translation>
    </message>
</context>
<context>
    <name>footfall::CampaignFigures</name>
    <message numerus="yes">
        <source>campaigns</source>
        <translation>
            <numerusform>Kampagne</numerusform>
            <numerusform>Kampagnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>impressions</source>
        <translation>
            <numerusform>Einblendung</numerusform>
            <numerusform>Einblendungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clicks</source>
        <translation>
            <numerusform>Klick</numerusform>
            <numerusform>Klicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>conversions</source>
        <translation>
            <numerusform>Abschluss</numerusform>
            <numerusform>Abschlüsse</numerusform>
        </translation>
    </message>
    <message>
        <source>click-through rate</source>
        <translation>Klickrate</translation>
    </message>
    <message>
        <source>%1 · before %2</source>
        <translation>%1 · davor %2</translation>
    </message>
</context>
<context>
    <name>footfall::CampaignLines</name>
    <message>
        <source>Campaigns over time</source>
        <translation>Kampagnen über die Zeit</translation>
    </message>
</context>
<context>
    <name>footfall::CampaignPoints</name>
    <message>
        <source>the %1 of %2 that spend most</source>
        <translation>die %1 von %2 mit den höchsten Ausgaben</translation>
    </message>
    <message>
        <source>▲ %1 beyond the edge</source>
        <translation>▲ %1 jenseits des Rands</translation>
    </message>
    <message>
        <source>%1 without conversions have no place</source>
        <translation>%1 ohne Abschlüsse haben keinen Platz</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>CPA →</source>
        <translation>CPA →</translation>
    </message>
</context>
<context>
    <name>footfall::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Rankings come from campaign results: CSV or NDJSON with campaign_id, impressions, clicks, spend and conversions, and a date where it is known. Drop files here or open them.</source>
        <translation>Ranglisten entstehen aus Kampagnenergebnissen: CSV oder NDJSON mit campaign_id, impressions, clicks, spend und conversions und, wo bekannt, einem date. Ziehen Sie Dateien hierher oder öffnen Sie sie.</translation>
    </message>
    <message>
        <source>Highest click-through rate</source>
        <translation>Höchste Klickrate</translation>
    </message>
    <message>
        <source>Lowest cost per conversion</source>
        <translation>Niedrigste Kosten je Abschluss</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Alle Kampagnen</translation>
    </message>
    <message>
        <source>Top </source>
        <translation>Top </translation>
    </message>
    <message>
        <source>Length of the rankings</source>
        <translation>Länge der Ranglisten</translation>
    </message>
    <message>
        <source>How many campaigns each ranking lists</source>
        <translation>Wie viele Kampagnen jede Rangliste nennt</translation>
    </message>
    <message>
        <source>Find a campaign</source>
        <translation>Kampagne suchen</translation>
    </message>
    <message>
        <source>Highest CTR</source>
        <translation>Höchste Klickrate</translation>
    </message>
    <message>
        <source>Lowest CPA</source>
        <translation>Niedrigste Kosten</translation>
    </message>
    <message>
        <source>Highest click-through rate · clicks per impression, %</source>
        <translation>Höchste Klickrate · Klicks je Einblendung, %</translation>
    </message>
    <message>
        <source>Lowest cost per conversion · in the currency of spend</source>
        <translation>Niedrigste Kosten je Abschluss · in der Währung der Ausgaben</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>CPA</source>
        <translation>Kosten je Abschluss</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>spend (EUR)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>CTR against CPA</source>
        <translation>CTR gegen CPA</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Rankings</source>
        <translation>Ranglisten</translation>
    </message>
    <message>
        <source>CTR and CPA</source>
        <translation>CTR und CPA</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Lowest cost per conversion · in %1</source>
        <translation>Niedrigste Kosten je Abschluss · in %1</translation>
    </message>
    <message>
        <source>CTR (%) against %1 · area: spend</source>
        <translation>CTR (%) gegen %1 · Fläche: Ausgaben</translation>
    </message>
    <message>
        <source>Left out of charts and tables: %1 of %2 campaigns, with %3. The figures above count them, too.</source>
        <translation>In Diagrammen und Tabellen fehlen %1 von %2 Kampagnen: sie haben %3. Die Kennzahlen oben zählen sie mit.</translation>
    </message>
</context>
<context>
    <name>footfall::CausePanel</name>
    <message numerus="yes">
        <source>%1 visitors</source>
        <translation>
            <numerusform>%1 Besucher</numerusform>
            <numerusform>%1 Besucher</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually there are none: %1.</source>
        <translation>Üblich ist keiner: %1.</translation>
    </message>
    <message>
        <source>%1, %2 × usual. The usual %3 is %4.</source>
        <translation>%1, das %2-Fache des Üblichen. Üblich sind %3: %4.</translation>
    </message>
    <message>
        <source>Who came is known of files alone.</source>
        <translation>Wer kam, ist nur bei Dateien bekannt.</translation>
    </message>
    <message>
        <source>The data begin with it: all is new.</source>
        <translation>Die Daten beginnen damit: Alles ist neu.</translation>
    </message>
    <message>
        <source>Pages above their usual</source>
        <translation>Seiten über ihrem Üblichen</translation>
    </message>
    <message>
        <source>Visitors by pages seen</source>
        <translation>Besucher nach gesehenen Seiten</translation>
    </message>
    <message>
        <source>Visitors who saw most pages</source>
        <translation>Besucher, die die meisten Seiten sahen</translation>
    </message>
    <message>
        <source>What made it</source>
        <translation>Was dahintersteckt</translation>
    </message>
    <message>
        <source>A page&apos;s usual value is the median of its visitors over the hours that this one is compared with; an hour without the page counts 0. Its share is what it has above that, by what the hour has above its own usual value. A visitor of several pages counts for each, so the shares may add up to more than 100 %.</source>
        <translation>Üblich ist für eine Seite der Median ihrer Besucher in den Stunden, mit denen diese verglichen wird; eine Stunde ohne die Seite zählt 0. Ihr Anteil ist, was sie darüber liegt, geteilt durch das, was die Stunde über ihrem eigenen Üblichen liegt. Wer mehrere Seiten sah, zählt bei jeder, sodass die Anteile zusammen mehr als 100 % ergeben können.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Find a page</source>
        <translation>Seite suchen</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>Wer kam</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>Zahl suchen</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Namentlich</translation>
    </message>
    <message>
        <source>Find a visitor</source>
        <translation>Besucher suchen</translation>
    </message>
    <message>
        <source>What made %1</source>
        <translation>Was hinter %1 steckt</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>A database tells this of single hours alone.</source>
        <translation>Eine Datenbank sagt das nur zu einzelnen Stunden.</translation>
    </message>
    <message>
        <source>No pageviews in this time.</source>
        <translation>Keine Seitenaufrufe in dieser Zeit.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of them (%2) were never seen before.</source>
        <translation>
            <numerusform>%1 davon (%2) war vorher nie da.</numerusform>
            <numerusform>%1 davon (%2) waren vorher nie da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who came is told once the files are read.</source>
        <translation>Wer kam, wird gesagt, sobald die Dateien gelesen sind.</translation>
    </message>
    <message>
        <source>A time of several hours is told once the files are read.</source>
        <translation>Zu mehreren Stunden wird es gesagt, sobald die Dateien gelesen sind.</translation>
    </message>
    <message>
        <source>Who came was not found. Try again, or read the files again (F5).</source>
        <translation>Wer kam, wurde nicht gefunden. Versuchen Sie es noch einmal oder lesen Sie die Dateien neu (F5).</translation>
    </message>
    <message>
        <source>What made it was not found. Try again, or read the files again (F5).</source>
        <translation>Was dahintersteckt, wurde nicht gefunden. Versuchen Sie es noch einmal oder lesen Sie die Dateien neu (F5).</translation>
    </message>
    <message>
        <source>The filter leaves nothing before it: all is new.</source>
        <translation>Der Filter lässt nichts davor übrig: Alles ist neu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of them (%2) were never seen before in what the filter leaves.</source>
        <translation>
            <numerusform>%1 davon (%2) war in dem, was der Filter übrig lässt, vorher nie da.</numerusform>
            <numerusform>%1 davon (%2) waren in dem, was der Filter übrig lässt, vorher nie da.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many to be told by name: only the %1 visitors who saw most pages are.</source>
        <translation>Zu viele, um sie beim Namen zu nennen: nur die %1 Besucher mit den meisten Seiten sind bekannt.</translation>
    </message>
</context>
<context>
    <name>footfall::ChartFile</name>
    <message>
        <source>The chart was not saved to %1: %2. Try another folder.</source>
        <translation>Das Diagramm wurde nicht nach %1 gespeichert: %2. Versuchen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The chart was not saved: “%1” ends in none of .png, .svg and .pdf.</source>
        <translation>Das Diagramm wurde nicht gespeichert: „%1“ endet weder auf .png noch auf .svg oder .pdf.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>PNG image (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
    </message>
</context>
<context>
    <name>footfall::ChoicesPanel</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Anführungszeichen</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Lines above the header</source>
        <translation>Zeilen über der Kopfzeile</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Dates such as 03/04/2026</source>
        <translation>Daten wie 03/04/2026</translation>
    </message>
    <message>
        <source>Times are day numbers</source>
        <translation>Zeiten sind Tageszahlen</translation>
    </message>
    <message>
        <source>As spreadsheets count days: 45663.457 is 2025-01-06 10:58</source>
        <translation>Wie Tabellenprogramme Tage zählen: 45663.457 ist 2025-01-06 10:58</translation>
    </message>
    <message>
        <source>Missing figures count as 0</source>
        <translation>Fehlende Zahlen gelten als 0</translation>
    </message>
    <message>
        <source>Of campaigns: impressions, clicks, spend and conversions</source>
        <translation>Von Kampagnen: Impressionen, Klicks, Ausgaben und Conversions</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>ermittelt</translation>
    </message>
    <message>
        <source>found out (%1)</source>
        <translation>ermittelt (%1)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>Names of columns come first</source>
        <translation>Zuerst kommen die Spaltennamen</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Es gibt keine</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>point, as in 12.50</source>
        <translation>Punkt, wie in 12.50</translation>
    </message>
    <message>
        <source>comma, as in 12,50</source>
        <translation>Komma, wie in 12,50</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>the day stands first</source>
        <translation>Der Tag steht vorn</translation>
    </message>
    <message>
        <source>the month stands first</source>
        <translation>Der Monat steht vorn</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines above the header are left out.</source>
        <translation>
            <numerusform>%1 Zeile über der Kopfzeile bleibt weg.</numerusform>
            <numerusform>%1 Zeilen über der Kopfzeile bleiben weg.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::CleanPopup</name>
    <message>
        <source>Bots and crawlers</source>
        <translation>Bots und Crawler</translation>
    </message>
    <message>
        <source>bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Requests whose user agent is known to be that of a program</source>
        <translation>Anfragen, deren User-Agent als der eines Programms bekannt ist</translation>
    </message>
    <message>
        <source>Static files: styles, scripts, images</source>
        <translation>Statische Dateien: Stile, Skripte, Bilder</translation>
    </message>
    <message>
        <source>static files</source>
        <translation>statische Dateien</translation>
    </message>
    <message>
        <source>Pages that end like a file that pages are made of: .css, .js, .png</source>
        <translation>Seiten, die wie eine Datei enden, aus der Seiten bestehen: .css, .js, .png</translation>
    </message>
    <message>
        <source>Errors: answers 4xx and 5xx</source>
        <translation>Fehler: Antworten 4xx und 5xx</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Redirects: answers 3xx</source>
        <translation>Weiterleitungen: Antworten 3xx</translation>
    </message>
    <message>
        <source>redirects</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>304, not modified, is one of them: the visitor has seen the page</source>
        <translation>304 (nicht geändert) gehört dazu: der Besucher hat die Seite gesehen</translation>
    </message>
    <message>
        <source>Methods other than GET and POST</source>
        <translation>Andere Methoden als GET und POST</translation>
    </message>
    <message>
        <source>methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Queries: /a?b=1 counts as /a</source>
        <translation>Abfragen: /a?b=1 zählt als /a</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>answers by status</source>
        <translation>Antworten nach Status</translation>
    </message>
    <message>
        <source>Clean the logs</source>
        <translation>Protokolle bereinigen</translation>
    </message>
    <message>
        <source>Leave out of the logs</source>
        <translation>Aus den Protokollen auslassen</translation>
    </message>
    <message>
        <source>Clean nothing</source>
        <translation>Nichts bereinigen</translation>
    </message>
    <message>
        <source>%1 — %2 (%3)</source>
        <comment>kind of requests, rows, share</comment>
        <translation>%1 — %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Left: %1 of %2 rows of logs (%3)</source>
        <translation>
            <numerusform>Es bleiben: %1 von %2 Protokollzeile (%3)</numerusform>
            <numerusform>Es bleiben: %1 von %2 Protokollzeilen (%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting… While files load, this waits for them.</source>
        <translation>Wird gezählt … Solange Dateien geladen werden, wartet das auf sie.</translation>
    </message>
</context>
<context>
    <name>footfall::ComparedFigures</name>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>was 0</source>
        <translation>war 0</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Davor: %1</translation>
    </message>
</context>
<context>
    <name>footfall::ComparedLine</name>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2: %3</translation>
    </message>
</context>
<context>
    <name>footfall::ComparisonPopup</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>“Before” must be later than “From”.</source>
        <translation>„Vor“ muss später sein als „Von“.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Kein Vergleich</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>Zeitraum davor</translation>
    </message>
    <message>
        <source>needs a time range that begins</source>
        <translation>braucht einen Zeitraum mit Anfang</translation>
    </message>
    <message>
        <source>Same weekdays of the week before</source>
        <translation>Dieselben Wochentage der Woche davor</translation>
    </message>
</context>
<context>
    <name>footfall::ComparisonWords</name>
    <message>
        <source>the period before</source>
        <translation>dem Zeitraum davor</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>der Woche davor</translation>
    </message>
    <message>
        <source>The periods are not equally long: %1 and %2 hours.</source>
        <translation>Die Zeiträume sind nicht gleich lang: %1 und %2 Stunden.</translation>
    </message>
    <message>
        <source>The periods are not equally long: %1 and %2 days.</source>
        <translation>Die Zeiträume sind nicht gleich lang: %1 und %2 Tage.</translation>
    </message>
    <message>
        <source>The data begin at %1, later than the period.</source>
        <translation>Die Daten beginnen um %1, später als der Zeitraum.</translation>
    </message>
    <message>
        <source>The data begin at %1, later than the period that it is compared with.</source>
        <translation>Die Daten beginnen um %1, später als der Vergleichszeitraum.</translation>
    </message>
    <message>
        <source>The data end at %1, earlier than the period.</source>
        <translation>Die Daten enden um %1, früher als der Zeitraum.</translation>
    </message>
    <message>
        <source>The data end at %1, earlier than the period that it is compared with.</source>
        <translation>Die Daten enden um %1, früher als der Vergleichszeitraum.</translation>
    </message>
    <message>
        <source>No row counts in the period that it is compared with.</source>
        <translation>Im Vergleichszeitraum zählt keine Zeile.</translation>
    </message>
    <message>
        <source>No rows tell which periods are compared.</source>
        <translation>Keine Zeile sagt, welche Zeiträume verglichen werden.</translation>
    </message>
    <message>
        <source>Rows without a date (%1) count in the period, and not in the one that it is compared with.</source>
        <translation>Zeilen ohne Datum (%1) zählen im Zeitraum und nicht im Vergleichszeitraum.</translation>
    </message>
    <message>
        <source>User activity has no time: there is no other period.</source>
        <translation>Nutzeraktivität hat keine Zeit: Es gibt keinen anderen Zeitraum.</translation>
    </message>
    <message>
        <source>Rows in a database are not compared here. Show each period by itself, with the time range.</source>
        <translation>Zeilen einer Datenbank werden hier nicht verglichen. Zeigen Sie jeden Zeitraum für sich, mit der Zeitauswahl.</translation>
    </message>
    <message>
        <source>Nothing is before a period that begins where the data do. Choose a time range, or compare with the week before.</source>
        <translation>Vor einem Zeitraum, der mit den Daten beginnt, liegt nichts. Wählen Sie einen Zeitraum, oder vergleichen Sie mit der Woche davor.</translation>
    </message>
    <message>
        <source>Not compared: the filter leaves rows out while the files are read, so that those of the other period are not there. Take its event types, currencies and patterns away.</source>
        <translation>Nicht verglichen: Der Filter lässt Zeilen schon beim Lesen weg, so dass die des anderen Zeitraums fehlen. Nehmen Sie seine Ereignistypen, Währungen und Muster weg.</translation>
    </message>
    <message>
        <source>Not compared: with a choice of event types the rows do not tell where the data begin and end. Choose a time range with both ends.</source>
        <translation>Nicht verglichen: Bei einer Auswahl von Ereignistypen sagen die Zeilen nicht, wo die Daten beginnen und enden. Wählen Sie einen Zeitraum mit beiden Enden.</translation>
    </message>
</context>
<context>
    <name>footfall::ConditionPopup</name>
    <message>
        <source>How it is compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Find or type a name</source>
        <translation>Namen suchen oder eingeben</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Any part</source>
        <translation>Ein beliebiger Teil</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>Wie es beginnt</translation>
    </message>
    <message>
        <source>Pattern such as */shop/*</source>
        <translation>Muster wie */shop/*</translation>
    </message>
    <message>
        <source>Upper and lower case do not matter.</source>
        <translation>Groß- und Kleinschreibung ist gleich.</translation>
    </message>
    <message>
        <source>* stands for anything. Upper and lower case differ.</source>
        <translation>* steht für Beliebiges. Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>Upper and lower case differ.</source>
        <translation>Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>Of access logs the host, or the host, a blank and the user agent.</source>
        <translation>Bei Zugriffslogs der Host, oder Host, Leerzeichen und User-Agent.</translation>
    </message>
</context>
<context>
    <name>footfall::ConnectDialog</name>
    <message>
        <source>Connect to a database</source>
        <translation>Mit einer Datenbank verbinden</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinde mit %1 …</translation>
    </message>
    <message>
        <source>Looking at the table…</source>
        <translation>Sehe mir die Tabelle an …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The connection works. Tables that you may read: %1.</source>
        <translation>Die Verbindung steht. Tabellen, die Sie lesen dürfen: %1.</translation>
    </message>
    <message>
        <source>The keychain did not take the password: it is kept until Footfall is closed.</source>
        <translation>Der Schlüsselbund hat das Passwort nicht angenommen: Es bleibt, bis Footfall geschlossen wird.</translation>
    </message>
    <message>
        <source>Choose a table or query</source>
        <translation>Tabelle oder Abfrage wählen</translation>
    </message>
    <message>
        <source>Asking the server about the query…</source>
        <translation>Der Server wird nach der Abfrage gefragt…</translation>
    </message>
    <message>
        <source>The fields are filled from the URL.</source>
        <translation>Die Felder sind aus der URL ausgefüllt.</translation>
    </message>
    <message>
        <source>%1 Left out, for it means nothing here: %2</source>
        <translation>%1 Weggelassen, weil es hier nichts bedeutet: %2</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
</context>
<context>
    <name>footfall::ConnectPage</name>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>Forget this connection and its password</source>
        <translation>Diese Verbindung und ihr Passwort vergessen</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>Ne&amp;u</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>Ver&amp;gessen …</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>Ver&amp;gessen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>Be&amp;halten</translation>
    </message>
    <message>
        <source>Forget %1 and its password?</source>
        <translation>%1 und das Passwort vergessen?</translation>
    </message>
</context>
<context>
    <name>footfall::ConnectionForm</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Passwort im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>There is no keychain here: the password is kept until Footfall is closed.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Passwort bleibt, bis Footfall geschlossen wird.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file of certificates</source>
        <translation>Eine Datei mit Zertifikaten wählen</translation>
    </message>
    <message>
        <source>like the user</source>
        <translation>wie der Benutzer</translation>
    </message>
    <message>
        <source>Where the server offers it</source>
        <translation>Wo der Server sie anbietet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always, with a certificate that is checked</source>
        <translation>Immer, mit geprüftem Zertifikat</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Vertrauenswürdige Zertifikate</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>PostgreSQL needs the name of a user.</source>
        <translation>PostgreSQL braucht den Namen eines Benutzers.</translation>
    </message>
    <message>
        <source>The port is a number from 1 to 65535.</source>
        <translation>Der Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>any is taken</source>
        <translation>jedes wird angenommen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as you call it; may stay empty</source>
        <translation>wie Sie sie nennen; kann leer bleiben</translation>
    </message>
    <message>
        <source>localhost, or paste a whole URL</source>
        <translation>localhost, oder eine ganze URL einfügen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>The URL cannot be read.</source>
        <translation>Die URL lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The URL cannot be read at “%1”.</source>
        <translation>Die URL lässt sich bei „%1“ nicht lesen.</translation>
    </message>
    <message>
        <source>It begins with postgresql://, clickhouse://, http:// or https:// and names one server; special characters in its parts are written as %XX (@ as %40, / as %2F).</source>
        <translation>Sie beginnt mit postgresql://, clickhouse://, http:// oder https:// und nennt einen Server; Sonderzeichen in ihren Teilen stehen als %XX (@ als %40, / als %2F).</translation>
    </message>
    <message>
        <source>The host is a name or an address alone, or a whole URL such as postgresql://user@host/database.</source>
        <translation>Der Rechner ist ein Name oder eine Adresse allein, oder eine ganze URL wie postgresql://benutzer@rechner/datenbank.</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>&amp;Certificates</source>
        <translation>&amp;Zertifikate</translation>
    </message>
</context>
<context>
    <name>footfall::CustomerDetail</name>
    <message>
        <source>Measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Days of the selected customer</source>
        <translation>Tage des gewählten Kunden</translation>
    </message>
    <message>
        <source>%1 · in the other period alone</source>
        <translation>%1 · nur im anderen Zeitraum</translation>
    </message>
</context>
<context>
    <name>footfall::CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customers come from payment events: NDJSON or CSV with event_id, customer_id and ts, and with event_type, amount and currency where they are known. Drop files here or open them.</source>
        <translation>Kunden entstehen aus Zahlungsereignissen: NDJSON oder CSV mit event_id, customer_id und ts und, wo bekannt, mit event_type, amount und currency. Ziehen Sie Dateien hierher oder öffnen Sie sie.</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kunden suchen</translation>
    </message>
    <message numerus="yes">
        <source>customers</source>
        <translation>
            <numerusform>Kunde</numerusform>
            <numerusform>Kunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events</source>
        <translation>
            <numerusform>Ereignis</numerusform>
            <numerusform>Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events sharing an id</source>
        <translation>
            <numerusform>Ereignis mit gleicher Id</numerusform>
            <numerusform>Ereignisse mit gleicher Id</numerusform>
        </translation>
    </message>
    <message>
        <source>no currency</source>
        <translation>keine Währung</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 rows, sum %3</source>
        <translation>
            <numerusform>%1: %2 Zeile, Summe %3</numerusform>
            <numerusform>%1: %2 Zeilen, Summe %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>active days</source>
        <translation>
            <numerusform>aktiver Tag</numerusform>
            <numerusform>aktive Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Rates…</source>
        <translation>Kurse …</translation>
    </message>
    <message>
        <source>Exchange rates and allowed event types (Ctrl+,)</source>
        <translation>Wechselkurse und erlaubte Ereignistypen (Strg+,)</translation>
    </message>
    <message>
        <source>Days of customer %1</source>
        <translation>Tage des Kunden %1</translation>
    </message>
    <message>
        <source>%1 (USD)</source>
        <translation>%1 (USD)</translation>
    </message>
    <message>
        <source>%1 (USD, %2)</source>
        <translation>%1 (USD, %2)</translation>
    </message>
    <message>
        <source>Holds money that counts as USD for want of a rate. Set rates…</source>
        <translation>Enthält Geld, das mangels Kurs als USD zählt. Kurse festlegen …</translation>
    </message>
    <message>
        <source>total spend</source>
        <translation>Ausgaben gesamt</translation>
    </message>
    <message>
        <source>spend per customer</source>
        <translation>Ausgaben je Kunde</translation>
    </message>
    <message>
        <source>Without a rate, counted as USD: %1.</source>
        <translation>Ohne Kurs, als USD gezählt: %1.</translation>
    </message>
    <message>
        <source>Converted by %1.</source>
        <translation>Umgerechnet mit: %1.</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>Kurse festlegen …</translation>
    </message>
    <message>
        <source>Change rates…</source>
        <translation>Kurse ändern …</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>average ticket</source>
        <translation>mittlerer Bon</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Find a day</source>
        <translation>Tag suchen</translation>
    </message>
    <message>
        <source>Find a share</source>
        <translation>Anteil suchen</translation>
    </message>
    <message>
        <source>Find a ticket</source>
        <translation>Bon suchen</translation>
    </message>
    <message>
        <source>Spend over time, how it is spread over the customers, or how large their average tickets are</source>
        <translation>Ausgaben im Zeitverlauf, wie sie sich auf die Kunden verteilen, oder wie groß deren mittlere Bons sind</translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 Kunde</numerusform>
            <numerusform>%1 Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 selected customers</source>
        <translation>die ersten %1 ausgewählten Kunden</translation>
    </message>
</context>
<context>
    <name>footfall::DayChart</name>
    <message>
        <source>Days of the selected customer</source>
        <translation>Tage des gewählten Kunden</translation>
    </message>
    <message>
        <source>Spend per day (USD) · days in UTC</source>
        <translation>Ausgaben je Tag (USD) · Tage in UTC</translation>
    </message>
    <message>
        <source>Events per day · days in UTC</source>
        <translation>Ereignisse je Tag · Tage in UTC</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Spend per week (USD) · weeks from Monday, in UTC</source>
        <translation>Ausgaben je Woche (USD) · Wochen ab Montag, in UTC</translation>
    </message>
    <message>
        <source>Events per week · weeks from Monday, in UTC</source>
        <translation>Ereignisse je Woche · Wochen ab Montag, in UTC</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 Kunde</numerusform>
            <numerusform>%1 Kunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::EventNames</name>
    <message>
        <source>Events that are a “%1”</source>
        <translation>Ereignisse, die „%1“ bedeuten</translation>
    </message>
    <message>
        <source>Types of the file that mean it, apart by commas</source>
        <translation>Typen der Datei, die es bedeuten, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>footfall::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1: all files of the report</source>
        <translation>%1: alle Dateien des Berichts</translation>
    </message>
    <message>
        <source>The two rankings</source>
        <translation>Die beiden Ranglisten</translation>
    </message>
    <message>
        <source>The report is partial: it covers the rows read so far.</source>
        <translation>Der Bericht ist unvollständig: Er umfasst die bisher gelesenen Zeilen.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Es wurde nichts geschrieben. %1</translation>
    </message>
    <message>
        <source>Written:</source>
        <translation>Geschrieben:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The table in front, as it is seen</source>
        <translation>Die Tabelle im Vordergrund, wie sie zu sehen ist</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>A file needs a name, without “/”.</source>
        <translation>Eine Datei braucht einen Namen, ohne „/“.</translation>
    </message>
    <message>
        <source>Replace files</source>
        <translation>Dateien ersetzen</translation>
    </message>
    <message>
        <source>Already in the folder, and replaced by this export:</source>
        <translation>Schon im Ordner; dieser Export ersetzt:</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Only rows that match the filter are in it: %1</source>
        <translation>Nur Zeilen, die zum Filter passen, sind darin: %1</translation>
    </message>
    <message>
        <source>Marked as Unicode, so that Excel shows ä and 京</source>
        <translation>Als Unicode gekennzeichnet, damit Excel ä und 京 zeigt</translation>
    </message>
    <message>
        <source>The file begins with a byte-order mark. Other programs may take it for a part of the first column&apos;s name.</source>
        <translation>Die Datei beginnt mit einer Bytereihenfolge-Marke (BOM). Andere Programme halten sie womöglich für einen Teil des ersten Spaltennamens.</translation>
    </message>
    <message>
        <source>Formulas made safe by an apostrophe</source>
        <translation>Formeln durch einen Apostroph entschärft</translation>
    </message>
    <message>
        <source>Names that begin with = + - @, a tab or a line end are computed by spreadsheets. An apostrophe before them stops that; it changes the name. Numbers stay.</source>
        <translation>Namen, die mit = + - @, einem Tabulator oder Zeilenende beginnen, werden von Tabellenprogrammen berechnet. Ein Apostroph davor verhindert das; er ändert den Namen. Zahlen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Tabellenprogramm</translation>
    </message>
    <message>
        <source>Say how it was made, in a .meta.json</source>
        <translation>In einer .meta.json sagen, woraus er entstand</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>The two rankings alone are written without the comparison.</source>
        <translation>Die beiden Ranglisten für sich werden ohne den Vergleich geschrieben.</translation>
    </message>
    <message>
        <source>The sources with size and SHA-256, how they were read, filter, zone, counts and version, for programs and for whoever checks the figures. For the hashes the sources (%1) are read once more.</source>
        <translation>Die Quellen mit Größe und SHA-256, wie sie gelesen wurden, Filter, Zeitzone, Zählungen und Version: für Programme und für alle, die die Zahlen prüfen. Für die Prüfsummen werden die Quellen (%1) noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The sources are read once more for their hashes: %1 of %2, %3 left</source>
        <translation>Die Quellen werden für ihre Prüfsummen noch einmal gelesen: %1 von %2, noch %3</translation>
    </message>
    <message>
        <source>The hashes took %1.</source>
        <translation>Die Prüfsummen brauchten %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) have no hash; the .meta.json says why.</source>
        <translation>
            <numerusform>%n Quelle hat keine Prüfsumme; die .meta.json sagt, warum.</numerusform>
            <numerusform>%n Quellen haben keine Prüfsumme; die .meta.json sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is of an earlier export and does not tell of these files.</source>
        <translation>%1 stammt von einem früheren Export und beschreibt diese Dateien nicht.</translation>
    </message>
</context>
<context>
    <name>footfall::FiguresRow</name>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
</context>
<context>
    <name>footfall::FilterBar</name>
    <message>
        <source>Time range (Ctrl+T)</source>
        <translation>Zeitraum (Strg+T)</translation>
    </message>
    <message>
        <source>+ filter</source>
        <translation>+ Filter</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Campaign: %1</source>
        <translation>Kampagne: %1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Nutzer: %1</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 Kunden</translation>
    </message>
    <message>
        <source>%1 campaigns</source>
        <translation>%1 Kampagnen</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>Page…</source>
        <translation>Seite …</translation>
    </message>
    <message>
        <source>Customer…</source>
        <translation>Kunde …</translation>
    </message>
    <message>
        <source>Campaign…</source>
        <translation>Kampagne …</translation>
    </message>
    <message>
        <source>User…</source>
        <translation>Nutzer …</translation>
    </message>
    <message>
        <source>Show all time</source>
        <translation>Gesamte Zeit zeigen</translation>
    </message>
    <message>
        <source>User activity has no time: this page shows all of it.</source>
        <translation>Aktivität hat keine Zeit: Diese Seite zeigt alles.</translation>
    </message>
    <message>
        <source>No effect here: the page %1 has no such field. It narrows %2.</source>
        <translation>Hier ohne Wirkung: Die Seite %1 hat kein solches Feld. Er grenzt %2 ein.</translation>
    </message>
    <message>
        <source>Clean nothing</source>
        <translation>Nichts bereinigen</translation>
    </message>
    <message>
        <source>No effect here: only access logs are cleaned, and this page shows none.</source>
        <translation>Hier ohne Wirkung: Nur Zugriffsprotokolle werden bereinigt, und diese Seite zeigt keines.</translation>
    </message>
    <message>
        <source>Clean: %1</source>
        <translation>Bereinigt: %1</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Bereinigen</translation>
    </message>
    <message>
        <source>Left out of the logs: %1 (Ctrl+Shift+K)</source>
        <translation>Aus den Protokollen ausgelassen: %1 (Strg+Umschalt+K)</translation>
    </message>
    <message>
        <source>Leave bots, static files, errors and the like out of the logs (Ctrl+Shift+K)</source>
        <translation>Bots, statische Dateien, Fehler und Ähnliches aus den Protokollen auslassen (Strg+Umschalt+K)</translation>
    </message>
    <message>
        <source>Left out while reading already: %1</source>
        <translation>Schon beim Lesen ausgelassen: %1</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Without %1 pages</source>
        <translation>Ohne %1 Seiten</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Without %1 customers</source>
        <translation>Ohne %1 Kunden</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Without %1 campaigns</source>
        <translation>Ohne %1 Kampagnen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Without %1 users</source>
        <translation>Ohne %1 Nutzer</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignistyp</translation>
    </message>
    <message>
        <source>Event type: %1</source>
        <translation>Ereignistyp: %1</translation>
    </message>
    <message>
        <source>Event type…</source>
        <translation>Ereignistyp …</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Currency: %1</source>
        <translation>Währung: %1</translation>
    </message>
    <message>
        <source>Currency…</source>
        <translation>Währung …</translation>
    </message>
    <message>
        <source>Hour of day</source>
        <translation>Stunde des Tages</translation>
    </message>
    <message>
        <source>Hour %1</source>
        <translation>Stunde %1</translation>
    </message>
    <message>
        <source>Hour of day…</source>
        <translation>Stunde des Tages …</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Weekday %1</source>
        <translation>Wochentag %1</translation>
    </message>
    <message>
        <source>Weekday…</source>
        <translation>Wochentag …</translation>
    </message>
    <message>
        <source>Show only some pages, customers, hours, weekdays and the like (Ctrl+L)</source>
        <translation>Nur bestimmte Seiten, Kunden, Stunden, Wochentage und dergleichen zeigen (Strg+L)</translation>
    </message>
    <message>
        <source>%1 more filters</source>
        <translation>%1 weitere Filter</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translation>%1 enthält %2</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>beginnt mit</translation>
    </message>
    <message>
        <source>%1 begins with %2</source>
        <translation>%1 beginnt mit %2</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>%1 is like %2</source>
        <translation>%1 ist wie %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>cleaned of %1</source>
        <translation>bereinigt von: %1</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Kein Vergleich</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with another period (Ctrl+Shift+T)</source>
        <translation>Mit einem anderen Zeitraum vergleichen (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Visitor: %1</source>
        <translation>Besucher: %1</translation>
    </message>
    <message>
        <source>Visitor…</source>
        <translation>Besucher…</translation>
    </message>
    <message>
        <source>%1 visitors</source>
        <translation>%1 Besucher</translation>
    </message>
    <message>
        <source>Without %1 visitors</source>
        <translation>Ohne %1 Besucher</translation>
    </message>
</context>
<context>
    <name>footfall::FollowWords</name>
    <message>
        <source>Read once: plain files alone are followed.</source>
        <translation>Einmal gelesen: Nur einfachen Dateien wird gefolgt.</translation>
    </message>
    <message>
        <source>The files that are in it now are followed; others that come into it are not read.</source>
        <translation>Den Dateien, die jetzt darin liegen, wird gefolgt; andere, die hinzukommen, werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Nothing in it can be read yet; it is waited for.</source>
        <translation>Noch ist nichts darin zu lesen; darauf wird gewartet.</translation>
    </message>
    <message>
        <source>The file is gone; one that takes its name is read.</source>
        <translation>Die Datei ist weg; eine, die ihren Namen annimmt, wird gelesen.</translation>
    </message>
    <message>
        <source>Another file took its name: the old one is read to its end, the new one from its beginning.</source>
        <translation>Eine andere Datei hat ihren Namen angenommen: Die alte wird bis zu ihrem Ende gelesen, die neue von ihrem Anfang an.</translation>
    </message>
    <message>
        <source>It was cut, and no copy stands beside it: lines written just before may be missing.</source>
        <translation>Sie wurde abgeschnitten, und keine Kopie liegt daneben: Zeilen, die kurz davor geschrieben wurden, können fehlen.</translation>
    </message>
    <message>
        <source>It was cut; the rest was read from its copy %1.</source>
        <translation>Sie wurde abgeschnitten; der Rest wurde aus ihrer Kopie %1 gelesen.</translation>
    </message>
    <message>
        <source>It holds something else by now: lines written just before may be missing.</source>
        <translation>Inzwischen steht etwas anderes darin: Zeilen, die kurz davor geschrieben wurden, können fehlen.</translation>
    </message>
    <message>
        <source>It is what %1 was, which was read; it is not read again.</source>
        <translation>Sie ist, was %1 war und gelesen wurde; sie wird nicht noch einmal gelesen.</translation>
    </message>
    <message>
        <source>A file that took its name could not be read and was left out.</source>
        <translation>Eine Datei, die ihren Namen angenommen hat, war nicht zu lesen und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Its first rows should be read otherwise than they were, and are not there any more: reload.</source>
        <translation>Ihre ersten Zeilen wären anders zu lesen, als sie gelesen wurden, und sind nicht mehr da: neu laden.</translation>
    </message>
</context>
<context>
    <name>footfall::GuideContents</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n Fundstelle</numerusform>
            <numerusform>%n Fundstellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>The user guide is missing from this installation (share/footfall/guide/user-guide.md).</source>
        <translation>In dieser Installation fehlt das Handbuch (share/footfall/guide/user-guide.md).</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorige Fundstelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Nächste Fundstelle (F3)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>footfall::HeatmapChart</name>
    <message>
        <source>Unique visitors by date and hour</source>
        <translation>Eindeutige Besucher nach Tag und Stunde</translation>
    </message>
    <message>
        <source>Unique visitors by date and clock hour · hours in %1 · only %2 – %3, where most pageviews are</source>
        <translation>Eindeutige Besucher nach Tag und Uhrzeit · Stunden in %1 · nur %2 – %3, wo die meisten Seitenaufrufe sind</translation>
    </message>
    <message>
        <source>%1 unique visitors</source>
        <translation>%1 eindeutige Besucher</translation>
    </message>
    <message>
        <source>%1 pageviews</source>
        <translation>%1 Seitenaufrufe</translation>
    </message>
    <message>
        <source>%1, %2:00
no pageviews</source>
        <translation>%1, %2:00
keine Seitenaufrufe</translation>
    </message>
    <message>
        <source>Unique visitors by date and clock hour · hours in %1 · %2</source>
        <translation>Eindeutige Besucher nach Tag und Uhrzeit · Stunden in %1 · %2</translation>
    </message>
    <message>
        <source>≥ %1 (99th percentile)</source>
        <translation>≥ %1 (99. Perzentil)</translation>
    </message>
    <message>
        <source>no pageviews</source>
        <translation>keine Seitenaufrufe</translation>
    </message>
</context>
<context>
    <name>footfall::HorizontalBars</name>
    <message>
        <source>Rows of the chart</source>
        <translation>Zeilen des Diagramms</translation>
    </message>
    <message>
        <source>%1 · %2 – %3 of %4</source>
        <translation>%1 · %2 – %3 von %4</translation>
    </message>
</context>
<context>
    <name>footfall::HourlyChart</name>
    <message>
        <source>Unique visitors per hour</source>
        <translation>Eindeutige Besucher je Stunde</translation>
    </message>
    <message>
        <source>%1 unique visitors</source>
        <translation>%1 eindeutige Besucher</translation>
    </message>
    <message>
        <source>%1 pageviews</source>
        <translation>%1 Seitenaufrufe</translation>
    </message>
    <message>
        <source>No pageviews</source>
        <translation>Keine Seitenaufrufe</translation>
    </message>
    <message>
        <source>Unique visitors per hour · highest hour of each day</source>
        <translation>Eindeutige Besucher je Stunde · höchste Stunde jedes Tages</translation>
    </message>
    <message>
        <source>Unique visitors per hour · highest hour of every %1 days</source>
        <translation>Eindeutige Besucher je Stunde · höchste Stunde von je %1 Tagen</translation>
    </message>
    <message>
        <source>%1 · hours in %2 · %3</source>
        <translation>%1 · Stunden in %2 · %3</translation>
    </message>
    <message>
        <source>the data begin within this hour</source>
        <translation>die Daten beginnen in dieser Stunde</translation>
    </message>
    <message>
        <source>the data end within this hour</source>
        <translation>die Daten enden in dieser Stunde</translation>
    </message>
    <message>
        <source>%1 × usual (%2)</source>
        <translation>%1 × üblich (%2)</translation>
    </message>
    <message>
        <source>Unique visitors per day</source>
        <translation>Eindeutige Besucher je Tag</translation>
    </message>
    <message>
        <source>Unique visitors per week</source>
        <translation>Eindeutige Besucher je Woche</translation>
    </message>
    <message>
        <source>the data begin within this day</source>
        <translation>die Daten beginnen an diesem Tag</translation>
    </message>
    <message>
        <source>the data end within this day</source>
        <translation>die Daten enden an diesem Tag</translation>
    </message>
    <message>
        <source>the data begin within this week</source>
        <translation>die Daten beginnen in dieser Woche</translation>
    </message>
    <message>
        <source>the data end within this week</source>
        <translation>die Daten enden in dieser Woche</translation>
    </message>
    <message>
        <source>%1 · highest of every %2 days</source>
        <translation>%1 · höchster Wert je %2 Tage</translation>
    </message>
    <message>
        <source>%1 · days in %2 · %3</source>
        <translation>%1 · Tage in %2 · %3</translation>
    </message>
    <message>
        <source>%1 · grey line: %2</source>
        <translation>%1 · graue Linie: %2</translation>
    </message>
</context>
<context>
    <name>footfall::ImportDialog</name>
    <message>
        <source>Reading plan</source>
        <translation>Leseplan</translation>
    </message>
    <message>
        <source>Open plan…</source>
        <translation>Plan öffnen …</translation>
    </message>
    <message>
        <source>Save plan…</source>
        <translation>Plan speichern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>Plans (*.json);;All files (*)</source>
        <translation>Pläne (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird angesehen …</translation>
    </message>
    <message>
        <source>Some report must be fed, and some of the first rows must count.</source>
        <translation>Ein Bericht muss gespeist werden, und einige der ersten Zeilen müssen zählen.</translation>
    </message>
    <message>
        <source>now from %1</source>
        <translation>jetzt aus %1</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>No role</source>
        <translation>Keine Rolle</translation>
    </message>
    <message>
        <source>The plan cannot be opened.</source>
        <translation>Der Plan lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Writing failed: %1.</source>
        <translation>Schreiben fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>footfall::IntervalMenu</name>
    <message>
        <source>&amp;Only when I ask</source>
        <translation>&amp;Nur wenn ich frage</translation>
    </message>
    <message>
        <source>Every &amp;minute</source>
        <translation>Jede &amp;Minute</translation>
    </message>
    <message>
        <source>asked again every minute</source>
        <translation>jede Minute neu gefragt</translation>
    </message>
    <message>
        <source>Every &amp;5 minutes</source>
        <translation>Alle &amp;5 Minuten</translation>
    </message>
    <message>
        <source>asked again every 5 minutes</source>
        <translation>alle 5 Minuten neu gefragt</translation>
    </message>
    <message>
        <source>Every &amp;15 minutes</source>
        <translation>Alle &amp;15 Minuten</translation>
    </message>
    <message>
        <source>asked again every 15 minutes</source>
        <translation>alle 15 Minuten neu gefragt</translation>
    </message>
    <message>
        <source>Every &amp;hour</source>
        <translation>Jede &amp;Stunde</translation>
    </message>
    <message>
        <source>asked again every hour</source>
        <translation>jede Stunde neu gefragt</translation>
    </message>
</context>
<context>
    <name>footfall::KeptRates</name>
    <message>
        <source>MMM d, yyyy</source>
        <comment>a date with its year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>rates of %1</source>
        <translation>Kurse vom %1</translation>
    </message>
</context>
<context>
    <name>footfall::LeastChip</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>≥ %1 impressions</source>
        <translation>≥ %1 Einblendungen</translation>
    </message>
    <message>
        <source>≥ %1 conversions</source>
        <translation>≥ %1 Abschlüsse</translation>
    </message>
    <message>
        <source>fewer than %1 impressions</source>
        <translation>weniger als %1 Einblendungen</translation>
    </message>
    <message>
        <source>fewer than %1 conversions</source>
        <translation>weniger als %1 Abschlüsse</translation>
    </message>
    <message>
        <source>fewer than %1 impressions or %2 conversions</source>
        <translation>weniger als %1 Einblendungen oder %2 Abschlüsse</translation>
    </message>
    <message>
        <source>Show campaigns of any size</source>
        <translation>Kampagnen jeder Größe zeigen</translation>
    </message>
    <message>
        <source>Least number of impressions</source>
        <translation>Mindestzahl der Einblendungen</translation>
    </message>
    <message>
        <source>Least number of conversions</source>
        <translation>Mindestzahl der Abschlüsse</translation>
    </message>
    <message>
        <source>Least size of campaigns</source>
        <translation>Mindestgröße der Kampagnen</translation>
    </message>
    <message>
        <source>Show only campaigns with at least</source>
        <translation>Nur Kampagnen zeigen mit mindestens</translation>
    </message>
    <message>
        <source>impressions</source>
        <translation>Einblendungen</translation>
    </message>
    <message>
        <source>conversions</source>
        <translation>Abschlüsse</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Leave campaigns with few impressions or conversions out of charts, rankings and tables</source>
        <translation>Kampagnen mit wenigen Einblendungen oder Abschlüssen in Diagrammen, Ranglisten und Tabellen weglassen</translation>
    </message>
</context>
<context>
    <name>footfall::LoadReportDialog</name>
    <message>
        <source>Load report</source>
        <translation>Ladebericht</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rejected rows by reason</source>
        <translation>Abgewiesene Zeilen nach Grund</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgewiesene Zeilen</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>sum as written</source>
        <translation>Summe wie geschrieben</translation>
    </message>
    <message>
        <source>Currencies without a rate</source>
        <translation>Währungen ohne Kurs</translation>
    </message>
    <message>
        <source>Set rates…</source>
        <translation>Kurse festlegen …</translation>
    </message>
    <message>
        <source>Currencies without a rate (counted as 1)</source>
        <translation>Währungen ohne Kurs (zählen als 1)</translation>
    </message>
    <message>
        <source>Export rejected rows…</source>
        <translation>Abgewiesene Zeilen exportieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rejected, by reason</source>
        <translation>Abgewiesen, nach Grund</translation>
    </message>
    <message>
        <source>%1: nothing is loaded.</source>
        <translation>%1: Nichts ist geladen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows read = %2 counted + %3 rejected + %4 filtered</source>
        <translation>
            <numerusform>%1 Zeile gelesen = %2 gezählt + %3 abgelehnt + %4 gefiltert</numerusform>
            <numerusform>%1 Zeilen gelesen = %2 gezählt + %3 abgelehnt + %4 gefiltert</numerusform>
        </translation>
    </message>
    <message>
        <source>So far: the files are not read to their end.</source>
        <translation>Bisher: Die Dateien sind nicht zu Ende gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows had digits after the 18th decimal, which were rounded.</source>
        <translation>
            <numerusform>%1 Zeile hatte Ziffern nach der 18. Dezimalstelle, die gerundet wurden.</numerusform>
            <numerusform>%1 Zeilen hatten Ziffern nach der 18. Dezimalstelle, die gerundet wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This report has no field for these filters, which leave it unchanged: %1.</source>
        <translation>Dieser Bericht hat kein Feld für diese Filter, die ihn unverändert lassen: %1.</translation>
    </message>
    <message>
        <source>all reasons</source>
        <translation>alle Gründe</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>Keine Zeile wurde abgewiesen.</translation>
    </message>
    <message>
        <source>The rejected rows</source>
        <translation>Die abgewiesenen Zeilen</translation>
    </message>
    <message>
        <source>The first %1 of %2 rejected rows</source>
        <translation>Die ersten %1 von %2 abgewiesenen Zeilen</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>Abgewiesene Zeilen exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows repeat an event and count once.</source>
        <translation>
            <numerusform>%1 Zeile wiederholt ein Ereignis und zählt nicht noch einmal.</numerusform>
            <numerusform>%1 Zeilen wiederholen ein Ereignis und zählen nicht noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 events share their id with a different one.</source>
        <translation>
            <numerusform>%1 Ereignis teilt seine id mit einem anderen.</numerusform>
            <numerusform>%1 Ereignisse teilen ihre id mit einem anderen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out of the logs: %1.</source>
        <translation>Aus den Protokollen ausgelassen: %1.</translation>
    </message>
    <message>
        <source>Pages of the logs count without their queries.</source>
        <translation>Seiten der Protokolle zählen ohne ihre Abfragen.</translation>
    </message>
    <message>
        <source>Examples: %1 of %2 rejected rows</source>
        <translation>Beispiele: %1 von %2 abgelehnten Zeilen</translation>
    </message>
</context>
<context>
    <name>footfall::LogChoices</name>
    <message>
        <source>Bots</source>
        <translation>Bots</translation>
    </message>
    <message>
        <source>Static files</source>
        <translation>Statische Dateien</translation>
    </message>
    <message>
        <source>Errors (4xx, 5xx)</source>
        <translation>Fehler (4xx, 5xx)</translation>
    </message>
    <message>
        <source>Redirects (3xx)</source>
        <translation>Weiterleitungen (3xx)</translation>
    </message>
    <message>
        <source>Other than GET and POST</source>
        <translation>Andere als GET und POST</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 of %3 lines</source>
        <translation>
            <numerusform>%1 · %2 von %3 Zeile</numerusform>
            <numerusform>%1 · %2 von %3 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · to byte %2 of line %3</source>
        <translation>%1 · bis Byte %2 der Zeile %3</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Logformat</translation>
    </message>
    <message>
        <source>One of the list, or what the server was told, as
%h %l %u %t &quot;%r&quot; %&gt;s %b (Apache) or
$remote_addr - $remote_user [$time_local] &quot;$request&quot; (nginx)</source>
        <translation>Eines der Liste, oder was dem Server gesagt wurde, wie
%h %l %u %t &quot;%r&quot; %&gt;s %b (Apache) oder
$remote_addr - $remote_user [$time_local] &quot;$request&quot; (nginx)</translation>
    </message>
    <message>
        <source>Addresses of visitors</source>
        <translation>Adressen der Besucher</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>as requested</source>
        <translation>wie angefordert</translation>
    </message>
    <message>
        <source>without their query</source>
        <translation>ohne Abfrage</translation>
    </message>
    <message>
        <source>without marks of tracking</source>
        <translation>ohne Merkmale von Kampagnen</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>ermittelt</translation>
    </message>
    <message>
        <source>found out (%1)</source>
        <translation>ermittelt (%1)</translation>
    </message>
    <message>
        <source>It looked for “%1” there.</source>
        <translation>Dort wurde „%1“ gesucht.</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>weitergeleitete</translation>
    </message>
    <message>
        <source>those of connections</source>
        <translation>die der Verbindungen</translation>
    </message>
    <message>
        <source>those that proxies forward</source>
        <translation>die von Proxys weitergeleiteten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %2 requests</source>
        <translation>
            <numerusform>%1 der ersten %2 Anfrage</numerusform>
            <numerusform>%1 der ersten %2 Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::MainWindow</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open files (Ctrl+O)</source>
        <translation>Dateien öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Time zone of hours and time range</source>
        <translation>Zeitzone von Stunden und Zeitraum</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menü (F10)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show sources</source>
        <translation>Quellen zeigen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n files</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The first figures appear in a moment and grow while it is read.</source>
        <translation>Die ersten Zahlen erscheinen gleich und wachsen beim Lesen.</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1 %: what you see covers %2 rows.</source>
        <translation>
            <numerusform>Bei %1 % angehalten: Was Sie sehen, umfasst %2 Zeile.</numerusform>
            <numerusform>Bei %1 % angehalten: Was Sie sehen, umfasst %2 Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Footfall — %1</source>
        <translation>Footfall — %1</translation>
    </message>
    <message numerus="yes">
        <source>Footfall — %1 and %n more</source>
        <translation>
            <numerusform>Footfall — %1 und %n weitere</numerusform>
            <numerusform>Footfall — %1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Open event files</source>
        <translation>Ereignisdateien öffnen</translation>
    </message>
    <message>
        <source>Event files (%1);;All files (*)</source>
        <translation>Ereignisdateien (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>Find a time zone</source>
        <translation>Zeitzone suchen</translation>
    </message>
    <message>
        <source>About Footfall</source>
        <translation>Über Footfall</translation>
    </message>
    <message>
        <source>&lt;b&gt;Footfall %1&lt;/b&gt;&lt;p&gt;Peak hours, customers and campaigns out of event files.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Footfall %1&lt;/b&gt;&lt;p&gt;Stoßzeiten, Kunden und Kampagnen aus Ereignisdateien.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Recent files and tables</source>
        <translation>Zuletzt geöffnete Dateien und Tabellen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The database computes the report; only its result travels.</source>
        <translation>Die Datenbank berechnet den Bericht; nur sein Ergebnis wird übertragen.</translation>
    </message>
    <message>
        <source>Stopped before the database answered: what you see is old.</source>
        <translation>Angehalten, bevor die Datenbank antwortete: Was Sie sehen, ist alt.</translation>
    </message>
    <message>
        <source>Stopped before the database answered for %1.</source>
        <translation>Angehalten, bevor die Datenbank für %1 antwortete.</translation>
    </message>
    <message>
        <source>No recent files or tables</source>
        <translation>Keine zuletzt geöffneten Dateien oder Tabellen</translation>
    </message>
    <message>
        <source>Asking the database for %1</source>
        <translation>Frage die Datenbank nach %1</translation>
    </message>
    <message>
        <source>What you see does not follow the filter and the settings: they could not be applied.</source>
        <translation>Was Sie sehen, folgt dem Filter und den Einstellungen nicht: Sie ließen sich nicht anwenden.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1 %: what you see covers all of %2, and %3 rows of %4.</source>
        <translation>
            <numerusform>Bei %1 % angehalten: Was Sie sehen, umfasst ganz %2 und %3 Zeile von %4.</numerusform>
            <numerusform>Bei %1 % angehalten: Was Sie sehen, umfasst ganz %2 und %3 Zeilen von %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer for %1</source>
        <translation>Keine Antwort zu %1</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>It was stopped before the database answered.</source>
        <translation>Angehalten, bevor die Datenbank antwortete.</translation>
    </message>
    <message>
        <source>Connection and columns… in the menu of the source chooses other columns.</source>
        <translation>„Verbindung und Spalten …“ im Menü der Quelle wählt andere Spalten.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>What you see is old, of %1: the database did not answer again.</source>
        <translation>Was Sie sehen, ist alt, von %1: Die Datenbank hat nicht wieder geantwortet.</translation>
    </message>
    <message>
        <source>Stopped before %1 was read: what you see is still %2.</source>
        <translation>Angehalten, bevor %1 gelesen war: Was Sie sehen, ist noch %2.</translation>
    </message>
    <message>
        <source>What you see is still %1.</source>
        <translation>Was Sie sehen, ist noch %1.</translation>
    </message>
    <message>
        <source>The keychain did not take the password: it is kept until Footfall is closed.</source>
        <translation>Der Schlüsselbund hat das Passwort nicht angenommen: Es bleibt, bis Footfall geschlossen wird.</translation>
    </message>
    <message>
        <source>Load report</source>
        <translation>Ladebericht</translation>
    </message>
    <message>
        <source>More of it is in the load report.</source>
        <translation>Mehr davon steht im Ladebericht.</translation>
    </message>
    <message>
        <source>The choice holds until Footfall is closed: it could not be kept.</source>
        <translation>Die Wahl gilt, bis Footfall geschlossen wird: Sie ließ sich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>%1 was open when Footfall was closed</source>
        <translation>%1 war offen, als Footfall geschlossen wurde</translation>
    </message>
    <message>
        <source>The database was not asked again by itself.</source>
        <translation>Die Datenbank wurde nicht von selbst wieder gefragt.</translation>
    </message>
    <message>
        <source>&amp;Keep this view…</source>
        <translation>Diese Ansicht &amp;merken …</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Diese Ansicht merken</translation>
    </message>
    <message>
        <source>The view %1 was kept by another version and cannot be shown.</source>
        <translation>Die Ansicht %1 hat eine andere Version gemerkt; sie kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The page, the filter, the comparison, the time zone, the step and what was chosen on the pages are kept. A view of the same name is replaced.</source>
        <translation>Gemerkt werden die Seite, der Filter, der Vergleich, die Zeitzone, der Schritt und was auf den Seiten gewählt wurde. Eine Ansicht gleichen Namens wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>footfall::MappingGrid</name>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>needed for this report</source>
        <translation>für diesen Bericht nötig</translation>
    </message>
    <message>
        <source>may be missing</source>
        <translation>darf fehlen</translation>
    </message>
    <message>
        <source>%1, read from %2</source>
        <translation>%1, gelesen aus %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 of %3 rows</source>
        <translation>
            <numerusform>%1 in %2 von %3 Zeile</numerusform>
            <numerusform>%1 in %2 von %3 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, such as “%2”</source>
        <translation>%1, etwa „%2“</translation>
    </message>
    <message numerus="yes">
        <source>in none of the first %1 rows</source>
        <translation>
            <numerusform>nicht in der %1 Zeile</numerusform>
            <numerusform>in keiner der ersten %1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 of the first %2 rows</source>
        <translation>
            <numerusform>in %1 von %2 Zeile</numerusform>
            <numerusform>in %1 der ersten %2 Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::NamePicker</name>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n passt</numerusform>
            <numerusform>%n passen</numerusform>
        </translation>
    </message>
    <message>
        <source>More than %1 match</source>
        <translation>Mehr als %1 passen</translation>
    </message>
    <message>
        <source>and more; type to find them</source>
        <translation>und mehr; zum Finden tippen</translation>
    </message>
    <message>
        <source>None of that name</source>
        <translation>Keiner dieses Namens</translation>
    </message>
</context>
<context>
    <name>footfall::NavButton</name>
    <message>
        <source>has data</source>
        <translation>hat Daten</translation>
    </message>
</context>
<context>
    <name>footfall::PageBase</name>
    <message>
        <source>No rows match</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Show sample data</source>
        <translation>Beispieldaten zeigen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>The filter leaves no row of this report.</source>
        <translation>Der Filter lässt keine Zeile dieses Berichts übrig.</translation>
    </message>
    <message>
        <source>No row of the sources was counted. The load report says what was rejected, and why.</source>
        <translation>Keine Zeile der Quellen wurde gezählt. Der Ladebericht sagt, was abgewiesen wurde und warum.</translation>
    </message>
    <message>
        <source>Connect to a database…</source>
        <translation>Mit einer Datenbank verbinden …</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>So far: the sources were not read to the end</source>
        <translation>Bisher: Die Quellen wurden nicht zu Ende gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Every row was rejected</source>
        <translation>Jede Zeile wurde abgelehnt</translation>
    </message>
    <message>
        <source>The search shows %1 names; a filter lists %2 at most. Search for something that fewer have, or choose “contains” in + filter, which unlike the search tells a from A.</source>
        <translation>Die Suche zeigt %1 Namen; ein Filter nennt höchstens %2. Suchen Sie nach etwas, das weniger haben, oder wählen Sie „enthält“ unter + Filter, das anders als die Suche a von A unterscheidet.</translation>
    </message>
    <message>
        <source>%1 compared with %2.</source>
        <translation>%1, verglichen mit %2.</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>The chart is on the clipboard.</source>
        <translation>Das Diagramm ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The filter leaves no row of this report in %1. In %2, which it is compared with, there are %3.</source>
        <translation>Der Filter lässt im Zeitraum %1 keine Zeile dieses Berichts übrig. Im Vergleichszeitraum %2 sind es %3.</translation>
    </message>
    <message>
        <source>The time range begins within a day: what counts begins with %1.</source>
        <translation>Der Zeitraum beginnt innerhalb eines Tages: gezählt wird ab %1.</translation>
    </message>
    <message>
        <source>The time range ends within a day: what counts ends before %1.</source>
        <translation>Der Zeitraum endet innerhalb eines Tages: gezählt wird bis vor %1.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>The sources have no rows: nothing was rejected or left out.</source>
        <translation>Die Quellen haben keine Zeilen: Nichts wurde abgelehnt oder ausgelassen.</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
</context>
<context>
    <name>footfall::PageDocument</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the first %2 of %3 rows</source>
        <translation>%1: die ersten %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>The page was not saved: “%1” ends in neither .pdf nor .html.</source>
        <translation>Die Seite wurde nicht gespeichert: „%1“ endet weder auf .pdf noch auf .html.</translation>
    </message>
    <message>
        <source>The page was not saved to %1: %2. Try another folder.</source>
        <translation>Die Seite wurde nicht nach %1 gespeichert: %2. Versuchen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Save page</source>
        <translation>Seite speichern</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html)</source>
        <translation>PDF-Dokument (*.pdf);;Webseite (*.html)</translation>
    </message>
</context>
<context>
    <name>footfall::PasswordPrompt</name>
    <message>
        <source>The server did not take it. Try again.</source>
        <translation>Der Server hat es nicht angenommen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Passwort im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>There is no keychain here: the password is kept until Footfall is closed.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Passwort bleibt, bis Footfall geschlossen wird.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 asks for the password of %2.</source>
        <translation>%1 fragt nach dem Passwort von %2.</translation>
    </message>
</context>
<context>
    <name>footfall::PlotBase</name>
    <message>
        <source>Save &amp;chart…</source>
        <translation>&amp;Diagramm speichern …</translation>
    </message>
    <message>
        <source>Cop&amp;y chart</source>
        <translation>Diagramm &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>footfall::QueryField</name>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>&amp;Check the query</source>
        <translation>Abfrage &amp;prüfen</translation>
    </message>
    <message>
        <source>The server describes it without reading a row (Ctrl+Return). It is one SELECT alone, in a connection that can change nothing.</source>
        <translation>Der Server beschreibt sie, ohne eine Zeile zu lesen (Strg+Eingabe). Sie ist ein einziges SELECT, in einer Verbindung, die nichts ändern kann.</translation>
    </message>
    <message>
        <source>The server takes it.</source>
        <translation>Der Server nimmt sie an.</translation>
    </message>
    <message>
        <source>Changed since it was checked: check it again.</source>
        <translation>Seit der Prüfung geändert: prüfen Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>footfall::Rail</name>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Show the sources</source>
        <translation>Quellen zeigen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Open more files</source>
        <translation>Weitere Dateien öffnen</translation>
    </message>
    <message>
        <source>Unfold the side</source>
        <translation>Seitenleiste aufklappen</translation>
    </message>
    <message>
        <source>Fold the side to icons</source>
        <translation>Seitenleiste auf Symbole verkleinern</translation>
    </message>
    <message>
        <source>Connect to a database</source>
        <translation>Mit einer Datenbank verbinden</translation>
    </message>
</context>
<context>
    <name>footfall::RangeFields</name>
    <message>
        <source>Only rows from</source>
        <translation>Nur Zeilen von</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>and before</source>
        <translation>und vor</translation>
    </message>
    <message>
        <source>Looking for the first and the last time…</source>
        <translation>Die erste und die letzte Zeit werden gesucht …</translation>
    </message>
    <message>
        <source>No row has a time that can be read.</source>
        <translation>Keine Zeile hat eine lesbare Zeit.</translation>
    </message>
    <message>
        <source>The rows have %1 to %2.</source>
        <translation>Die Zeilen haben %1 bis %2.</translation>
    </message>
    <message>
        <source>The rows have %1 to %2, in %3.</source>
        <translation>Die Zeilen haben %1 bis %2, in %3.</translation>
    </message>
</context>
<context>
    <name>footfall::ReadingWords</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>Dezimalkomma</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>Tag zuerst</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>Monat zuerst</translation>
    </message>
    <message>
        <source>day numbers</source>
        <translation>Tageszahlen</translation>
    </message>
    <message>
        <source>A time such as 2025-01-06T10:58:58Z is expected there.</source>
        <translation>Dort wird eine Zeit wie 2025-01-06T10:58:58Z erwartet.</translation>
    </message>
    <message>
        <source>A whole number such as 12 is expected there.</source>
        <translation>Dort wird eine ganze Zahl wie 12 erwartet.</translation>
    </message>
    <message>
        <source>A closing quote is expected within 64 KiB of the opening one.</source>
        <translation>Das schließende Anführungszeichen wird höchstens 64 KiB nach dem öffnenden erwartet.</translation>
    </message>
    <message>
        <source>No more fields are expected than the header has names.</source>
        <translation>Es werden nicht mehr Felder erwartet, als die Kopfzeile Namen hat.</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>ohne Kopfzeile</translation>
    </message>
    <message numerus="yes">
        <source>%1 title lines left out</source>
        <translation>
            <numerusform>%1 Titelzeile weggelassen</numerusform>
            <numerusform>%1 Titelzeilen weggelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>wie gewählt</translation>
    </message>
    <message>
        <source>as chosen before</source>
        <translation>wie früher gewählt</translation>
    </message>
    <message>
        <source>each row is one of its own</source>
        <translation>jede Zeile ist eine eigene</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>%1 is read from “%2”.</source>
        <translation>%1 wird aus „%2“ gelesen.</translation>
    </message>
    <message>
        <source>%1 is not read from “%2”, which holds “%3”.</source>
        <translation>%1 wird nicht aus „%2“ gelesen, denn dort steht „%3“.</translation>
    </message>
    <message>
        <source>%1 is read from “%2”, and a quantity stands in “%3”: it may be the price of one piece.</source>
        <translation>%1 wird aus „%2“ gelesen, und in „%3“ steht eine Menge: Es könnte der Stückpreis sein.</translation>
    </message>
    <message>
        <source>It is no UTF-8 and is read as %1.</source>
        <translation>Es ist kein UTF-8 und wird als %1 gelesen.</translation>
    </message>
    <message>
        <source>%1 of its first records hold bytes that are no UTF-8: choose its encoding.</source>
        <translation>%1 der ersten Sätze enthalten Bytes, die kein UTF-8 sind: Wählen Sie die Kodierung.</translation>
    </message>
    <message>
        <source>%1 holds dates without a clock, such as %2: each is its day&apos;s 00:00.</source>
        <translation>%1 enthält Daten ohne Uhrzeit wie %2: Jedes ist 00:00 seines Tages.</translation>
    </message>
    <message>
        <source>%1 is read with the day first, as dots mean (%2).</source>
        <translation>%1 wird mit dem Tag vorn gelesen, wie es Punkte bedeuten (%2).</translation>
    </message>
    <message>
        <source>%1 is not read, since what %2 means is open: is it the day that stands first, or the month?</source>
        <translation>%1 wird nicht gelesen, denn offen ist, was %2 bedeutet: Steht der Tag vorn oder der Monat?</translation>
    </message>
    <message>
        <source>Numbers have a decimal comma, as %1 in %2 shows.</source>
        <translation>Zahlen haben ein Dezimalkomma, wie %1 in %2 zeigt.</translation>
    </message>
    <message>
        <source>%1 in %2 may have a decimal point or comma, and nothing tells which; a point was taken.</source>
        <translation>%1 in %2 kann einen Dezimalpunkt oder ein Dezimalkomma haben, und nichts sagt, was gilt; ein Punkt wurde angenommen.</translation>
    </message>
    <message>
        <source>A status stands in “%1” beside %2: rows that failed count like the others.</source>
        <translation>In „%1“ steht neben %2 ein Status: Fehlgeschlagene Zeilen zählen wie die anderen.</translation>
    </message>
    <message>
        <source>Connections come from proxies alone, so forwarded addresses such as %1 are the visitors.</source>
        <translation>Verbindungen kommen nur von Proxys, deshalb sind weitergereichte Adressen wie %1 die Besucher.</translation>
    </message>
    <message>
        <source>The addresses of connections are the visitors, though others such as %1 are forwarded.</source>
        <translation>Die Adressen der Verbindungen sind die Besucher, obwohl andere wie %1 weitergereicht werden.</translation>
    </message>
    <message>
        <source>What %1 puts in front of the lines is cut.</source>
        <translation>Was %1 vor die Zeilen setzt, wird abgeschnitten.</translation>
    </message>
    <message>
        <source>The lines that stand in “%1” are read, as %2.</source>
        <translation>Die Zeilen, die in „%1“ stehen, werden als %2 gelesen.</translation>
    </message>
    <message>
        <source>%1 does nothing, for this is no access log.</source>
        <translation>%1 bewirkt nichts, denn dies ist kein Zugriffsprotokoll.</translation>
    </message>
    <message numerus="yes">
        <source>All %1 rows were rejected</source>
        <translation>
            <numerusform>%1 Zeile, die einzige, wurde abgelehnt</numerusform>
            <numerusform>Alle %1 Zeilen wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows were rejected</source>
        <translation>
            <numerusform>%1 von %2 Zeilen wurde abgelehnt</numerusform>
            <numerusform>%1 von %2 Zeilen wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>, most of them (%1) as %2</source>
        <translation>, die meisten (%1) als %2</translation>
    </message>
    <message>
        <source>, first in line %1: “%2”.</source>
        <translation>, zuerst in Zeile %1: „%2“.</translation>
    </message>
    <message>
        <source>, first in line %1: %2 is missing in “%3”.</source>
        <translation>, zuerst in Zeile %1: %2 fehlt in „%3“.</translation>
    </message>
    <message>
        <source>, first in line %1: %2 is “%3”.</source>
        <translation>, zuerst in Zeile %1: %2 ist „%3“.</translation>
    </message>
    <message>
        <source>the average ticket is 0</source>
        <translation>ist der durchschnittliche Bon 0</translation>
    </message>
    <message>
        <source>all columns are 0</source>
        <translation>sind alle Spalten 0</translation>
    </message>
    <message>
        <source>No event has the type %1, so %2.</source>
        <translation>Kein Ereignis hat den Typ %1, deshalb %2.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>No event has the type %1 (there are %3), so %2.</source>
        <translation>Kein Ereignis hat den Typ %1 (es gibt %3), deshalb %2.</translation>
    </message>
    <message>
        <source>Ids such as %1 were rewritten by a spreadsheet, which may have made different ids equal: export the data again with ids as text.</source>
        <translation>Kennungen wie %1 hat ein Tabellenprogramm umgeschrieben; dabei können verschiedene gleich geworden sein: Exportieren Sie die Daten neu, mit Kennungen als Text.</translation>
    </message>
    <message>
        <source>Named like total lines, but counted as campaigns: %1. Their figures are not the sums of the others; take such lines out where they are totals.</source>
        <translation>Wie Summenzeilen benannt, aber als Kampagnen gezählt: %1. Die Zahlen sind nicht die Summen der anderen; nehmen Sie solche Zeilen heraus, wenn es Summen sind.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3, first in line %4: “%5”.</source>
        <translation>
            <numerusform>%1 von %2 Zeile: %3, zuerst in Zeile %4: „%5“.</numerusform>
            <numerusform>%1 von %2 Zeilen: %3, zuerst in Zeile %4: „%5“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3 in %4, first in line %5.</source>
        <translation>
            <numerusform>%1 von %2 Zeile: %3 in %4, zuerst in Zeile %5.</numerusform>
            <numerusform>%1 von %2 Zeilen: %3 in %4, zuerst in Zeile %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3 in %4, such as “%5” in line %6.</source>
        <translation>
            <numerusform>%1 von %2 Zeile: %3 in %4, wie „%5“ in Zeile %6.</numerusform>
            <numerusform>%1 von %2 Zeilen: %3 in %4, wie „%5“ in Zeile %6.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read it with a decimal comma</source>
        <translation>Mit Dezimalkomma lesen</translation>
    </message>
    <message>
        <source>Read it with a decimal point</source>
        <translation>Mit Dezimalpunkt lesen</translation>
    </message>
    <message>
        <source>The day stands first</source>
        <translation>Der Tag steht vorn</translation>
    </message>
    <message>
        <source>The month stands first</source>
        <translation>Der Monat steht vorn</translation>
    </message>
    <message>
        <source>Read them as day numbers</source>
        <translation>Als Tageszahlen lesen</translation>
    </message>
    <message>
        <source>Count missing figures as 0</source>
        <translation>Fehlende Zahlen als 0 zählen</translation>
    </message>
    <message>
        <source>Every row is one of its own</source>
        <translation>Jede Zeile ist eine eigene</translation>
    </message>
    <message>
        <source>It has no header</source>
        <translation>Sie hat keine Kopfzeile</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines of several objects</source>
        <translation>
            <numerusform>%1 Zeile mit mehreren Objekten</numerusform>
            <numerusform>%1 Zeilen mit mehreren Objekten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines begin with NUL bytes or a byte-order mark, which were read over.</source>
        <translation>
            <numerusform>%1 Zeile beginnt mit NUL-Bytes oder einer Byte-Reihenfolge-Marke, die überlesen wurden.</numerusform>
            <numerusform>%1 Zeilen beginnen mit NUL-Bytes oder einer Byte-Reihenfolge-Marke, die überlesen wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines end in a comma, which was read over.</source>
        <translation>
            <numerusform>%1 Zeile endet mit einem Komma, das überlesen wurde.</numerusform>
            <numerusform>%1 Zeilen enden mit einem Komma, das überlesen wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines hold several objects, each of which is a row.</source>
        <translation>
            <numerusform>%1 Zeile enthält mehrere Objekte, von denen jedes eine Datenzeile ist.</numerusform>
            <numerusform>%1 Zeilen enthalten mehrere Objekte, von denen jedes eine Datenzeile ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines are no rows: titles, comments, empty ones.</source>
        <translation>
            <numerusform>%1 Zeile ist keine Datenzeile: ein Titel, ein Kommentar oder leer.</numerusform>
            <numerusform>%1 Zeilen sind keine Datenzeilen: Titel, Kommentare, leere.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>Words that stood for missing values: %1.</source>
        <translation>Wörter, die für fehlende Werte standen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines with marks at the beginning</source>
        <translation>
            <numerusform>%1 Zeile mit Marken am Anfang</numerusform>
            <numerusform>%1 Zeilen mit Marken am Anfang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines with a comma at the end</source>
        <translation>
            <numerusform>%1 Zeile mit Komma am Ende</numerusform>
            <numerusform>%1 Zeilen mit Komma am Ende</numerusform>
        </translation>
    </message>
    <message>
        <source>No column gives %1, which counts as 0 in every row.</source>
        <translation>Keine Spalte enthält %1; es zählt in jeder Zeile als 0.</translation>
    </message>
    <message>
        <source>None of its first records has “%2”: %1 counts as 0 where it is missing.</source>
        <translation>Keiner der ersten Datensätze enthält „%2“: %1 zählt als 0, wo es fehlt.</translation>
    </message>
    <message>
        <source>The spend of every customer is 0 on every day: amounts may stand in another column.</source>
        <translation>Die Ausgaben aller Kunden sind an jedem Tag 0: Die Beträge stehen vielleicht in einer anderen Spalte.</translation>
    </message>
    <message>
        <source>The total value of every user is 0, though there are purchases: prices may stand in another column.</source>
        <translation>Der Gesamtwert aller Nutzer ist 0, obwohl es Käufe gibt: Die Preise stehen vielleicht in einer anderen Spalte.</translation>
    </message>
    <message>
        <source>A number such as %1 is expected there.</source>
        <translation>Erwartet wird dort eine Zahl wie %1.</translation>
    </message>
    <message>
        <source>, for example where %1 is missing in “%2”.</source>
        <translation>, zum Beispiel wo %1 fehlt: „%2“.</translation>
    </message>
    <message>
        <source>, for example where %1 is “%2”.</source>
        <translation>, zum Beispiel wo %1 „%2“ ist.</translation>
    </message>
    <message>
        <source>All visitors are private addresses, such as %1, and %2 stands in a place that its format passes over: if that is the client’s, name the log format.</source>
        <translation>Alle Besucher sind private Adressen wie %1, und %2 steht an einer Stelle, die das Format übergeht: Ist das die des Besuchers, nennen Sie das Logformat.</translation>
    </message>
    <message>
        <source>Leaving out %1 leaves nothing out, for its first lines have no %2.</source>
        <translation>%1 auszulassen bewirkt nichts, denn die ersten Zeilen haben kein „%2“.</translation>
    </message>
    <message>
        <source>Its visitors are few addresses, such as %1, while others such as %2 stand in a place that its format passes over: if those are the clients’, name the log format.</source>
        <translation>Die Besucher sind wenige Adressen wie %1, während andere wie %2 an einer Stelle stehen, die das Format übergeht: Sind das die der Besucher, nennen Sie das Logformat.</translation>
    </message>
    <message>
        <source>%1 is “%2”, which is read as %3: if that is not meant, choose another column, or write times as 2025-01-06T10:58:58Z.</source>
        <translation>%1 ist „%2“, was als %3 gelesen wird: Ist das nicht gemeint, wählen Sie eine andere Spalte, oder schreiben Sie Zeiten wie 2025-01-06T10:58:58Z.</translation>
    </message>
    <message>
        <source>Counted as campaigns, though each of their figures is the sum of all the others’: %1. Leave them out by the filter where they are total lines.</source>
        <translation>Als Kampagnen gezählt, obwohl jede ihrer Zahlen die Summe aller übrigen ist: %1. Lassen Sie sie mit dem Filter weg, wenn es Summenzeilen sind.</translation>
    </message>
    <message>
        <source>The times of %1 have no offset, and the time zone that stands in “%2” is not followed: name both columns to follow it.</source>
        <translation>Die Zeiten von %1 haben keine Abweichung von UTC, und die Zeitzone, die in „%2“ steht, wird nicht beachtet: Nennen Sie beide Spalten, damit sie gilt.</translation>
    </message>
    <message>
        <source>“%1” holds several currencies (%2), and %3 is added up as if they were one: make a file of each.</source>
        <translation>„%1“ enthält mehrere Währungen (%2), und %3 wird zusammengezählt, als wäre es eine: Machen Sie aus jeder eine eigene Datei.</translation>
    </message>
    <message>
        <source>%1 is read from “%2” as it stands there: its name speaks of parts of a unit, which are to be multiplied by %3.</source>
        <translation>%1 wird aus „%2“ gelesen, wie es dort steht: Der Name spricht von Teilen einer Einheit, die mit %3 malzunehmen sind.</translation>
    </message>
    <message>
        <source>Nothing gives the status: its requests count as other.</source>
        <translation>Nichts gibt den Status an: Die Anfragen zählen als andere.</translation>
    </message>
    <message>
        <source>Nothing gives the page: its requests are of none.</source>
        <translation>Nichts gibt die Seite an: Die Anfragen gehören zu keiner.</translation>
    </message>
</context>
<context>
    <name>footfall::RecentNames</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>columns found by name</source>
        <translation>Spalten nach ihrem Namen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
</context>
<context>
    <name>footfall::RecordModel</name>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>This is no whole record.</source>
        <translation>Dies ist kein ganzer Satz.</translation>
    </message>
    <message>
        <source>Would be rejected: %1</source>
        <translation>Würde abgelehnt: %1</translation>
    </message>
    <message>
        <source>Would be rejected: %1 in %2</source>
        <translation>Würde abgelehnt: %1 in %2</translation>
    </message>
    <message>
        <source>%1: click to give it a role</source>
        <translation>%1: Klicken gibt der Spalte eine Rolle</translation>
    </message>
    <message>
        <source>%1 feeds %2</source>
        <translation>%1 speist %2</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
</context>
<context>
    <name>footfall::RecordView</name>
    <message>
        <source>The first records as they will be read</source>
        <translation>Die ersten Sätze, wie sie gelesen werden</translation>
    </message>
</context>
<context>
    <name>footfall::RejectModel</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>text of the row</source>
        <translation>Text der Zeile</translation>
    </message>
</context>
<context>
    <name>footfall::ReportList</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows count</source>
        <translation>
            <numerusform>%1 von %2 Zeile zählt</numerusform>
            <numerusform>%1 von %2 Zeilen zählen</numerusform>
        </translation>
    </message>
    <message>
        <source>not made of it</source>
        <translation>entsteht nicht daraus</translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>es fehlt %1</translation>
    </message>
</context>
<context>
    <name>footfall::ReportTableModel</name>
    <message>
        <source>%1
In files: %2</source>
        <translation>%1
In Dateien: %2</translation>
    </message>
    <message>
        <source>%1, each line up to its own highest point. Sorted by it, rows are in the order of when that was.</source>
        <translation>%1, jede Linie bis zu ihrem eigenen höchsten Punkt. Danach sortiert, stehen die Zeilen in der Reihenfolge, in der er kam.</translation>
    </message>
</context>
<context>
    <name>footfall::ReportTableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>Mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>Spa&amp;lten</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>footfall::RequestChart</name>
    <message>
        <source>other</source>
        <comment>answers</comment>
        <translation>andere</translation>
    </message>
    <message>
        <source>Requests per hour by class of the answer</source>
        <translation>Anfragen je Stunde nach Klasse der Antwort</translation>
    </message>
    <message>
        <source>Requests per hour</source>
        <translation>Anfragen je Stunde</translation>
    </message>
    <message>
        <source>Requests per day</source>
        <translation>Anfragen je Tag</translation>
    </message>
    <message>
        <source>Requests per %1 days</source>
        <translation>Anfragen je %1 Tage</translation>
    </message>
    <message>
        <source>%1 · hours in %2 · %3</source>
        <translation>%1 · Stunden in %2 · %3</translation>
    </message>
    <message>
        <source>%1 requests · %2</source>
        <translation>%1 Anfragen · %2</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>Keine Anfragen</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>Requests per week</source>
        <translation>Anfragen je Woche</translation>
    </message>
    <message>
        <source>%1 · days in %2 · %3</source>
        <translation>%1 · Tage in %2 · %3</translation>
    </message>
    <message>
        <source>%1 · line: %2</source>
        <translation>%1 · Linie: %2</translation>
    </message>
</context>
<context>
    <name>footfall::RequestsPage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Hours of load come from requests: a web server&apos;s access log, or CSV or NDJSON with timestamp, page_url, status and bytes. Drop files here or open them.</source>
        <translation>Stunden der Last kommen aus Anfragen: dem Zugriffsprotokoll eines Webservers, oder CSV oder NDJSON mit timestamp, page_url, status und bytes. Dateien hierher ziehen oder öffnen.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Nur diese Zeit</translation>
    </message>
    <message>
        <source>Show the whole report for the time in view alone</source>
        <translation>Den ganzen Bericht nur für die sichtbare Zeit zeigen</translation>
    </message>
    <message>
        <source>Find an hour or date</source>
        <translation>Stunde oder Tag suchen</translation>
    </message>
    <message>
        <source>Find a page</source>
        <translation>Seite suchen</translation>
    </message>
    <message numerus="yes">
        <source>requests</source>
        <translation>
            <numerusform>Anfrage</numerusform>
            <numerusform>Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message numerus="yes">
        <source>pages</source>
        <translation>
            <numerusform>Seite</numerusform>
            <numerusform>Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>errors · 4xx and 5xx</source>
        <translation>Fehler · 4xx und 5xx</translation>
    </message>
    <message>
        <source>%1 answers of 4xx, %2 of 5xx</source>
        <translation>%1 Antworten mit 4xx, %2 mit 5xx</translation>
    </message>
    <message numerus="yes">
        <source>busiest hour · %1 requests</source>
        <translation>
            <numerusform>stärkste Stunde · %1 Anfrage</numerusform>
            <numerusform>stärkste Stunde · %1 Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest day · %1 requests</source>
        <translation>
            <numerusform>stärkster Tag · %1 Anfrage</numerusform>
            <numerusform>stärkster Tag · %1 Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest week · %1 requests</source>
        <translation>
            <numerusform>stärkste Woche · %1 Anfrage</numerusform>
            <numerusform>stärkste Woche · %1 Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · before %2</source>
        <translation>%1 · davor %2</translation>
    </message>
</context>
<context>
    <name>footfall::RoleFields</name>
    <message>
        <source>needed for this report</source>
        <translation>für diesen Bericht nötig</translation>
    </message>
    <message>
        <source>not read; it is not required</source>
        <translation>wird nicht gelesen; es ist nicht nötig</translation>
    </message>
    <message>
        <source>as you chose</source>
        <translation>wie gewählt</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>dem Namen nach</translation>
    </message>
    <message>
        <source>by a name like it</source>
        <translation>einem ähnlichen Namen nach</translation>
    </message>
    <message>
        <source>Source of %1</source>
        <translation>Quelle von %1</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Factor of %1</source>
        <translation>Faktor von %1</translation>
    </message>
    <message>
        <source>What its numbers are multiplied by: 0.01 for cents, 0.000001 for millionths</source>
        <translation>Womit seine Zahlen malgenommen werden: 0,01 bei Cent, 0,000001 bei Millionsteln</translation>
    </message>
</context>
<context>
    <name>footfall::RowMenu</name>
    <message>
        <source>Only this page</source>
        <translation>Nur diese Seite</translation>
    </message>
    <message>
        <source>Without this page</source>
        <translation>Ohne diese Seite</translation>
    </message>
    <message>
        <source>Only these %1 pages</source>
        <translation>Nur diese %1 Seiten</translation>
    </message>
    <message>
        <source>Without these %1 pages</source>
        <translation>Ohne diese %1 Seiten</translation>
    </message>
    <message>
        <source>Only this customer</source>
        <translation>Nur diesen Kunden</translation>
    </message>
    <message>
        <source>Without this customer</source>
        <translation>Ohne diesen Kunden</translation>
    </message>
    <message>
        <source>Only these %1 customers</source>
        <translation>Nur diese %1 Kunden</translation>
    </message>
    <message>
        <source>Without these %1 customers</source>
        <translation>Ohne diese %1 Kunden</translation>
    </message>
    <message>
        <source>Only this campaign</source>
        <translation>Nur diese Kampagne</translation>
    </message>
    <message>
        <source>Without this campaign</source>
        <translation>Ohne diese Kampagne</translation>
    </message>
    <message>
        <source>Only these %1 campaigns</source>
        <translation>Nur diese %1 Kampagnen</translation>
    </message>
    <message>
        <source>Without these %1 campaigns</source>
        <translation>Ohne diese %1 Kampagnen</translation>
    </message>
    <message>
        <source>Only this user</source>
        <translation>Nur diesen Nutzer</translation>
    </message>
    <message>
        <source>Without this user</source>
        <translation>Ohne diesen Nutzer</translation>
    </message>
    <message>
        <source>Only these %1 users</source>
        <translation>Nur diese %1 Nutzer</translation>
    </message>
    <message>
        <source>Without these %1 users</source>
        <translation>Ohne diese %1 Nutzer</translation>
    </message>
    <message>
        <source>Only Mondays</source>
        <translation>Nur montags</translation>
    </message>
    <message>
        <source>Only Tuesdays</source>
        <translation>Nur dienstags</translation>
    </message>
    <message>
        <source>Only Wednesdays</source>
        <translation>Nur mittwochs</translation>
    </message>
    <message>
        <source>Only Thursdays</source>
        <translation>Nur donnerstags</translation>
    </message>
    <message>
        <source>Only Fridays</source>
        <translation>Nur freitags</translation>
    </message>
    <message>
        <source>Only Saturdays</source>
        <translation>Nur samstags</translation>
    </message>
    <message>
        <source>Only Sundays</source>
        <translation>Nur sonntags</translation>
    </message>
    <message>
        <source>Only this hour</source>
        <translation>Nur diese Stunde</translation>
    </message>
    <message>
        <source>Only %1:00 on all days</source>
        <translation>Nur %1:00 an allen Tagen</translation>
    </message>
    <message>
        <source>Only this day</source>
        <translation>Nur diesen Tag</translation>
    </message>
    <message>
        <source>Only this week</source>
        <translation>Nur diese Woche</translation>
    </message>
    <message>
        <source>Only this visitor</source>
        <translation>Nur diesen Besucher</translation>
    </message>
    <message>
        <source>Without this visitor</source>
        <translation>Ohne diesen Besucher</translation>
    </message>
    <message>
        <source>Only these %1 visitors</source>
        <translation>Nur diese %1 Besucher</translation>
    </message>
    <message>
        <source>Without these %1 visitors</source>
        <translation>Ohne diese %1 Besucher</translation>
    </message>
    <message>
        <source>Only this host</source>
        <translation>Nur diesen Host</translation>
    </message>
    <message>
        <source>Only these %1 hosts</source>
        <translation>Nur diese %1 Hosts</translation>
    </message>
    <message>
        <source>Without this host</source>
        <translation>Ohne diesen Host</translation>
    </message>
    <message>
        <source>Without these %1 hosts</source>
        <translation>Ohne diese %1 Hosts</translation>
    </message>
</context>
<context>
    <name>footfall::RowsPanel</name>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Abfrage</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The rows of a table or view</source>
        <translation>Die Zeilen einer Tabelle oder Sicht</translation>
    </message>
    <message>
        <source>The rows of a SELECT of your own: joins, other names, several tables</source>
        <translation>Die Zeilen eines eigenen SELECT: Verknüpfungen, andere Namen, mehrere Tabellen</translation>
    </message>
    <message>
        <source>These tables have no column in common.</source>
        <translation>Diese Tabellen haben keine Spalte gemeinsam.</translation>
    </message>
</context>
<context>
    <name>footfall::RunWindow</name>
    <message>
        <source>Usage: footfall [file...]
Peak hours, customers and campaigns out of event files: CSV, NDJSON and access logs.

  file       opened at once; more can be opened and dropped into the window
  --help     say this and end
  --version  say the version and end

footfall-cli makes the same reports without a window.
</source>
        <translation>Aufruf: footfall [Datei...]
Stoßzeiten, Kunden und Kampagnen aus Ereignisdateien: CSV, NDJSON und Zugriffsprotokolle.

  Datei      wird gleich geöffnet; weitere lassen sich im Fenster öffnen oder hineinziehen
  --help     zeigt dies und endet
  --version  zeigt die Version und endet

footfall-cli macht dieselben Berichte ohne Fenster.
</translation>
    </message>
</context>
<context>
    <name>footfall::SettingsDialog</name>
    <message>
        <source>Rates and event types</source>
        <translation>Kurse und Ereignistypen</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>USD per unit</source>
        <translation>USD je Einheit</translation>
    </message>
    <message>
        <source>rows without a rate</source>
        <translation>Zeilen ohne Kurs</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>Add currency</source>
        <translation>Währung hinzufügen</translation>
    </message>
    <message>
        <source>A currency without a rate counts as 1. USD is 1 unless set.</source>
        <translation>Eine Währung ohne Kurs zählt als 1. USD ist 1, wenn nicht anders festgelegt.</translation>
    </message>
    <message>
        <source>All event types</source>
        <translation>Alle Ereignistypen</translation>
    </message>
    <message>
        <source>Allowed event types</source>
        <translation>Erlaubte Ereignistypen</translation>
    </message>
    <message>
        <source>Customer events of other types are filtered.</source>
        <translation>Kundenereignisse anderer Typen werden gefiltert.</translation>
    </message>
    <message>
        <source>Customer events that repeat an earlier one count once</source>
        <translation>Kundenereignisse, die ein früheres wiederholen, zählen einmal</translation>
    </message>
    <message>
        <source>host and user agent</source>
        <translation>Host und User-Agent</translation>
    </message>
    <message>
        <source>host alone</source>
        <translation>nur der Host</translation>
    </message>
    <message>
        <source>How files are read (these read them again)</source>
        <translation>Wie Dateien gelesen werden (liest sie neu)</translation>
    </message>
    <message>
        <source>Visitor in access logs</source>
        <translation>Besucher in Zugriffsprotokollen</translation>
    </message>
    <message>
        <source>Zone of times without one</source>
        <translation>Zone von Zeiten ohne Zone</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>The rate of %1, “%2”, is no number above 0 (write it as 1.08).</source>
        <translation>Der Kurs von %1, „%2“, ist keine Zahl über 0 (Schreibweise: 1.08).</translation>
    </message>
    <message>
        <source>A rate has no currency.</source>
        <translation>Ein Kurs hat keine Währung.</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 ist doppelt.</translation>
    </message>
    <message>
        <source>Keep these rates, of</source>
        <translation>Diese Kurse behalten, vom</translation>
    </message>
    <message>
        <source>For the next time; their date stands beside what they convert</source>
        <translation>Für das nächste Mal; ihr Datum steht neben allem, was sie umrechnen</translation>
    </message>
    <message>
        <source>Date of the rates</source>
        <translation>Datum der Kurse</translation>
    </message>
</context>
<context>
    <name>footfall::ShareWords</name>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
</context>
<context>
    <name>footfall::SmallLineWords</name>
    <message>
        <source>Visitors by hour</source>
        <translation>Besucher je Stunde</translation>
    </message>
    <message>
        <source>Visitors by day</source>
        <translation>Besucher je Tag</translation>
    </message>
    <message>
        <source>Visitors by week</source>
        <translation>Besucher je Woche</translation>
    </message>
    <message>
        <source>Visitors by %1 weeks</source>
        <translation>Besucher je %1 Wochen</translation>
    </message>
    <message>
        <source>%1: highest %2 (%3)</source>
        <translation>%1: höchstens %2 (%3)</translation>
    </message>
</context>
<context>
    <name>footfall::SourceRow</name>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>wird angesehen …</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>loading · %1</source>
        <translation>lädt · %1</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>stopped · %1</source>
        <translation>angehalten · %1</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows read, %2 rejected</source>
        <translation>
            <numerusform>%1 Zeile gelesen, %2 abgelehnt</numerusform>
            <numerusform>%1 Zeilen gelesen, %2 abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected rows…</source>
        <translation>Abgewiesene Zeilen …</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Verbindung ändern …</translation>
    </message>
    <message>
        <source>asking again · %1</source>
        <translation>frage noch einmal · %1</translation>
    </message>
    <message>
        <source>asking the database…</source>
        <translation>frage die Datenbank …</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Connection and columns…</source>
        <translation>Verbindung und Spalten …</translation>
    </message>
    <message>
        <source>Copy URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>%1 · until the next is there</source>
        <translation>%1 · bis die nächste Quelle da ist</translation>
    </message>
    <message>
        <source>Forget the choice</source>
        <translation>Wahl vergessen</translation>
    </message>
    <message>
        <source>It rests on a guess: check it…</source>
        <translation>Beruht auf einer Annahme: prüfen …</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen …</translation>
    </message>
    <message>
        <source>Reading plan…</source>
        <translation>Leseplan …</translation>
    </message>
    <message>
        <source>Read it as it says itself</source>
        <translation>Ohne Wahl lesen</translation>
    </message>
    <message>
        <source>following · %1</source>
        <translation>folgt · %1</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>Ask the database</source>
        <translation>Die Datenbank fragen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Ask again on its own</source>
        <translation>Von selbst neu fragen</translation>
    </message>
    <message>
        <source>%1 on %2, counted here</source>
        <translation>%1 auf %2, hier gezählt</translation>
    </message>
</context>
<context>
    <name>footfall::SpendView</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählte</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Spend over time</source>
        <translation>Ausgaben im Zeitverlauf</translation>
    </message>
    <message>
        <source>Whose days the chart and the table Days show: all customers&apos;, or those of the rows selected in the table</source>
        <translation>Wessen Tage das Diagramm und die Tabelle Tage zeigen: die aller Kunden oder die der in der Tabelle ausgewählten Zeilen</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Alle Kunden</translation>
    </message>
</context>
<context>
    <name>footfall::SpendWords</name>
    <message>
        <source>The files name several currencies for spend (%1), and add up as they are: spend and CPA are in none of them.</source>
        <translation>Die Dateien nennen mehrere Währungen für Ausgaben (%1) und werden addiert, wie sie sind: Ausgaben und CPA sind in keiner davon.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Some files say that spend is in %1, the others do not say.</source>
        <translation>Einige Dateien sagen, dass Ausgaben in %1 sind, die anderen sagen nichts.</translation>
    </message>
</context>
<context>
    <name>footfall::SpreadChart</name>
    <message>
        <source>How spend is spread</source>
        <translation>Wie sich die Ausgaben verteilen</translation>
    </message>
    <message>
        <source>Share of spend (%) by the share of customers who spend most</source>
        <translation>Anteil an den Ausgaben (%) nach dem Anteil der Kunden, die am meisten ausgeben</translation>
    </message>
    <message>
        <source>The top 10 % of customers (%1 of %2) make %3 of spend.</source>
        <translation>Auf die obersten 10 % der Kunden (%1 von %2) entfallen %3 der Ausgaben.</translation>
    </message>
    <message>
        <source>No customer spent more than 0.</source>
        <translation>Kein Kunde hat mehr als 0 ausgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 customers without spend are left out.</source>
        <translation>
            <numerusform>%1 Kunde ohne Ausgaben zählt hier nicht.</numerusform>
            <numerusform>%1 Kunden ohne Ausgaben zählen hier nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 customers with spend below 0 (%2 USD) are left out.</source>
        <translation>
            <numerusform>%1 Kunde mit Ausgaben unter 0 (%2 USD) zählt hier nicht.</numerusform>
            <numerusform>%1 Kunden mit Ausgaben unter 0 (%2 USD) zählen hier nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>top %1 · %2 customers</source>
        <translation>
            <numerusform>oberste %1 · %2 Kunde</numerusform>
            <numerusform>oberste %1 · %2 Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of spend</source>
        <translation>%1 der Ausgaben</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>top 10 %: %1</source>
        <translation>oberste 10 %: %1</translation>
    </message>
</context>
<context>
    <name>footfall::SqlLayout</name>
    <message>
        <source>First: which changes of the clocks matter</source>
        <translation>Zuerst: Welche Zeitumstellungen zählen</translation>
    </message>
    <message>
        <source>The check of every row: how many count, and why others do not</source>
        <translation>Die Prüfung jeder Zeile: Wie viele zählen, und warum andere nicht</translation>
    </message>
    <message>
        <source>The report: visitors of each hour and page</source>
        <translation>Der Bericht: Besucher je Stunde und Seite</translation>
    </message>
    <message>
        <source>The report: visitors of each hour</source>
        <translation>Der Bericht: Besucher je Stunde</translation>
    </message>
    <message>
        <source>The report: visitors over everything</source>
        <translation>Der Bericht: Besucher insgesamt</translation>
    </message>
    <message>
        <source>The report: days of each customer</source>
        <translation>Der Bericht: Tage je Kunde</translation>
    </message>
    <message>
        <source>The report: commonest type of each customer&apos;s events</source>
        <translation>Der Bericht: häufigste Ereignisart je Kunde</translation>
    </message>
    <message>
        <source>A check: different events that share their id</source>
        <translation>Eine Prüfung: verschiedene Ereignisse mit derselben Kennung</translation>
    </message>
    <message>
        <source>The report: campaigns</source>
        <translation>Der Bericht: Kampagnen</translation>
    </message>
    <message>
        <source>The report: users</source>
        <translation>Der Bericht: Benutzer</translation>
    </message>
    <message>
        <source>The report: requests of each hour</source>
        <translation>Der Bericht: Anfragen jeder Stunde</translation>
    </message>
    <message>
        <source>The report: requests of each page</source>
        <translation>Der Bericht: Anfragen jeder Seite</translation>
    </message>
    <message>
        <source>A check, where total lines come through the filter: all campaigns</source>
        <translation>Eine Prüfung, wo Summenzeilen durch den Filter kommen: alle Kampagnen</translation>
    </message>
    <message>
        <source>A check, where rows are rejected: examples of them</source>
        <translation>Eine Prüfung, wo Zeilen abgelehnt werden: Beispiele dafür</translation>
    </message>
    <message>
        <source>What the report needs of each row</source>
        <translation>Was der Bericht von jeder Zeile braucht</translation>
    </message>
</context>
<context>
    <name>footfall::SqlWords</name>
    <message>
        <source>The library %1 cannot be loaded: %2.</source>
        <translation>Die Bibliothek %1 lässt sich nicht laden: %2.</translation>
    </message>
    <message>
        <source>Install the package %1.</source>
        <translation>Installieren Sie das Paket %1.</translation>
    </message>
    <message>
        <source>The host %1 was not found.</source>
        <translation>Der Rechner %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check its name, or your network.</source>
        <translation>Prüfen Sie seinen Namen oder Ihr Netz.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check host and port, and whether the server runs.</source>
        <translation>Prüfen Sie Rechner und Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Check host, port and firewall, or try again.</source>
        <translation>Prüfen Sie Rechner, Port und Firewall, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was not let in: the password is wrong or missing.</source>
        <translation>%1 wurde nicht eingelassen: Das Passwort ist falsch oder fehlt.</translation>
    </message>
    <message>
        <source>Check user and password.</source>
        <translation>Prüfen Sie Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1: %2.</source>
        <translation>Keine verschlüsselte Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>Check the certificate, or choose another encryption.</source>
        <translation>Prüfen Sie das Zertifikat, oder wählen Sie eine andere Verschlüsselung.</translation>
    </message>
    <message>
        <source>There is no database “%1”.</source>
        <translation>Es gibt keine Datenbank „%1“.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfen Sie ihren Namen.</translation>
    </message>
    <message>
        <source>There is no table “%1”, or it may not be read.</source>
        <translation>Es gibt keine Tabelle „%1“, oder sie darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Choose another one, or ask for the right to read it.</source>
        <translation>Wählen Sie eine andere, oder bitten Sie um das Recht, sie zu lesen.</translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation>Es gibt keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>The columns are: %1</source>
        <translation>Die Spalten sind: %1</translation>
    </message>
    <message>
        <source>The column “%1” does not fit (%2).</source>
        <translation>Die Spalte „%1“ passt nicht (%2).</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 may not do that: %2</source>
        <translation>%1 darf das nicht: %2</translation>
    </message>
    <message>
        <source>Ask for the right to read the table.</source>
        <translation>Bitten Sie um das Recht, die Tabelle zu lesen.</translation>
    </message>
    <message>
        <source>The question to %1 was cancelled.</source>
        <translation>Die Frage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost: %2.</source>
        <translation>Die Verbindung zu %1 ging verloren: %2.</translation>
    </message>
    <message>
        <source>Reload (F5) connects again.</source>
        <translation>Neu laden (F5) verbindet wieder.</translation>
    </message>
    <message>
        <source>A part of the cluster behind %1 does not answer: %2</source>
        <translation>Ein Teil des Clusters hinter %1 antwortet nicht: %2</translation>
    </message>
    <message>
        <source>A part of the result is no result: reload when all shards run.</source>
        <translation>Ein Teil des Ergebnisses ist kein Ergebnis: Laden Sie neu, wenn alle Shards laufen.</translation>
    </message>
    <message>
        <source>The table %1 changed while it was counted.</source>
        <translation>Die Tabelle %1 hat sich geändert, während gezählt wurde.</translation>
    </message>
    <message>
        <source>Reload when nothing is written to it.</source>
        <translation>Laden Sie neu, wenn nichts in sie geschrieben wird.</translation>
    </message>
    <message>
        <source>The table %1 holds a value that the server cannot evaluate exactly: %2</source>
        <translation>Die Tabelle %1 enthält einen Wert, den der Server nicht genau auswerten kann: %2</translation>
    </message>
    <message>
        <source>Correct it, or export the table and open the file.</source>
        <translation>Berichtigen Sie ihn, oder exportieren Sie die Tabelle und öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>There is no report on %1: %2</source>
        <translation>Über %1 gibt es keinen Bericht: %2</translation>
    </message>
    <message>
        <source>%1 said: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 answered what was not expected: %2</source>
        <translation>%1 antwortete Unerwartetes: %2</translation>
    </message>
    <message>
        <source>it holds no JSON</source>
        <translation>sie enthält kein JSON</translation>
    </message>
    <message>
        <source>in ClickHouse only the keys at the top of a JSON text can be read</source>
        <translation>in ClickHouse lassen sich nur die obersten Schlüssel eines JSON-Textes lesen</translation>
    </message>
    <message>
        <source>a key of its path is empty or holds a quote or backslash</source>
        <translation>ein Schlüssel ihres Pfads ist leer oder enthält ein Anführungszeichen oder einen Rückstrich</translation>
    </message>
    <message>
        <source>name a key of it, as in metadata-&gt;&gt;&apos;price&apos;</source>
        <translation>nennen Sie einen Schlüssel darin, etwa metadata-&gt;&gt;&apos;price&apos;</translation>
    </message>
    <message>
        <source>a date without a time is no time</source>
        <translation>ein Datum ohne Uhrzeit ist kein Zeitpunkt</translation>
    </message>
    <message>
        <source>a time is no number</source>
        <translation>eine Zeit ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>Narrow the time range, or try again.</source>
        <translation>Engen Sie den Zeitraum ein, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough memory for the answer of %1.</source>
        <translation>Für die Antwort von %1 reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Choose a shorter time, or close other files or programs.</source>
        <translation>Wählen Sie einen kürzeren Zeitraum oder schließen Sie andere Dateien oder Programme.</translation>
    </message>
    <message>
        <source>The work with %1 failed: %2.</source>
        <translation>Die Arbeit mit %1 ist gescheitert: %2.</translation>
    </message>
    <message>
        <source>%1 offers no encryption.</source>
        <translation>%1 bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Set it up there, or connect without where the network is safe.</source>
        <translation>Richten Sie sie dort ein, oder verbinden Sie ohne, wo das Netz sicher ist.</translation>
    </message>
    <message>
        <source>A condition cannot hold %1 here.</source>
        <translation>Eine Bedingung kann hier kein %1 enthalten.</translation>
    </message>
    <message>
        <source>Write one expression, and texts between single quotes.</source>
        <translation>Schreiben Sie einen Ausdruck, und Texte in einfachen Anführungszeichen.</translation>
    </message>
    <message>
        <source>Nothing closes the %1.</source>
        <translation>Nichts schließt das %1.</translation>
    </message>
    <message>
        <source>Every quote and bracket needs its other one.</source>
        <translation>Jedes Anführungszeichen und jede Klammer braucht das Gegenstück.</translation>
    </message>
    <message>
        <source>The server does not take the condition: %1</source>
        <translation>Der Server nimmt die Bedingung nicht an: %1</translation>
    </message>
    <message>
        <source>%1 would change the whole statement, outside of a subquery.</source>
        <translation>%1 würde außerhalb einer Unterabfrage die ganze Anweisung ändern.</translation>
    </message>
    <message>
        <source>Write CAST(x, &apos;T&apos;) for CAST(x AS T), has() or arrayExists() for arrayJoin().</source>
        <translation>Schreiben Sie CAST(x, &apos;T&apos;) für CAST(x AS T), has() oder arrayExists() für arrayJoin().</translation>
    </message>
    <message>
        <source>The table %1 cannot be read with the condition on its rows: %2</source>
        <translation>Die Tabelle %1 lässt sich mit der Bedingung an ihre Zeilen nicht lesen: %2</translation>
    </message>
    <message>
        <source>Correct the condition, or the value that it or the report meets.</source>
        <translation>Berichtigen Sie die Bedingung oder den Wert, auf den sie oder der Bericht trifft.</translation>
    </message>
    <message>
        <source>“%1” is no query.</source>
        <translation>„%1“ ist keine Abfrage.</translation>
    </message>
    <message>
        <source>Write one SELECT, or WITH ... SELECT.</source>
        <translation>Schreiben Sie ein SELECT oder WITH ... SELECT.</translation>
    </message>
    <message>
        <source>A query cannot hold %1 here, or nothing closes it.</source>
        <translation>Eine Abfrage kann %1 hier nicht enthalten, oder nichts schließt es.</translation>
    </message>
    <message>
        <source>Write one SELECT alone, and texts between single quotes.</source>
        <translation>Schreiben Sie ein einziges SELECT und Texte zwischen einfachen Anführungszeichen.</translation>
    </message>
    <message>
        <source>The server does not take the query at “%1”: %2</source>
        <translation>Der Server nimmt die Abfrage bei „%1“ nicht an: %2</translation>
    </message>
    <message>
        <source>The query cannot be answered: %1</source>
        <translation>Die Abfrage lässt sich nicht beantworten: %1</translation>
    </message>
    <message>
        <source>Correct it, or the value that it or the report meets.</source>
        <translation>Berichtigen Sie sie oder den Wert, auf den sie oder der Bericht trifft.</translation>
    </message>
    <message>
        <source>The query did not give the same rows twice.</source>
        <translation>Die Abfrage gab nicht zweimal dieselben Zeilen.</translation>
    </message>
    <message>
        <source>Leave out LIMIT without ORDER BY and the like, or try again when nothing is written to its tables.</source>
        <translation>Lassen Sie LIMIT ohne ORDER BY und Ähnliches weg, oder versuchen Sie es erneut, wenn in ihre Tabellen nichts geschrieben wird.</translation>
    </message>
</context>
<context>
    <name>footfall::StatusLine</name>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Stop loading; what was counted stays (Esc)</source>
        <translation>Laden anhalten; das Gezählte bleibt (Esc)</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Laden anhalten</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows</source>
        <translation>
            <numerusform>%1 von %2 Zeile</numerusform>
            <numerusform>%1 von %2 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source> so far</source>
        <translation> bisher</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source> · none rejected</source>
        <translation> · keine abgewiesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows read = %2 counted + %3 rejected + %4 filtered</source>
        <translation>
            <numerusform>%1 Zeile gelesen = %2 gezählt + %3 abgelehnt + %4 gefiltert</numerusform>
            <numerusform>%1 Zeilen gelesen = %2 gezählt + %3 abgelehnt + %4 gefiltert</numerusform>
        </translation>
    </message>
    <message>
        <source>· hours in %1</source>
        <translation>· Stunden in %1</translation>
    </message>
    <message>
        <source>· days in UTC</source>
        <translation>· Tage in UTC</translation>
    </message>
    <message>
        <source> · not filtered by %1</source>
        <translation> · nicht gefiltert nach %1</translation>
    </message>
    <message>
        <source> · updating…</source>
        <translation> · wird neu berechnet …</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source> · %1 rows/s</source>
        <translation> · %1 Zeilen/s</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source>the database works</source>
        <translation>die Datenbank rechnet</translation>
    </message>
    <message>
        <source> · step %1 of %2</source>
        <translation> · Schritt %1 von %2</translation>
    </message>
    <message>
        <source> · for %1</source>
        <translation> · seit %1</translation>
    </message>
    <message>
        <source> · old: of %1, not answered since</source>
        <translation> · alt: von %1, seither keine Antwort</translation>
    </message>
    <message>
        <source> · old</source>
        <translation> · alt</translation>
    </message>
    <message>
        <source> · following</source>
        <translation> · folgt</translation>
    </message>
    <message>
        <source>· days in %1</source>
        <translation>· Tage in %1</translation>
    </message>
</context>
<context>
    <name>footfall::StepBar</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>What chart and table have a point and a row for. Visitors of a day or week count once in it; weeks begin on Monday.</source>
        <translation>Wofür Diagramm und Tabelle einen Punkt und eine Zeile haben. Besucher eines Tages oder einer Woche zählen darin einmal; Wochen beginnen am Montag.</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Find an hour or date</source>
        <translation>Stunde oder Tag suchen</translation>
    </message>
    <message>
        <source>Find a day</source>
        <translation>Tag suchen</translation>
    </message>
    <message>
        <source>Find a week</source>
        <translation>Woche suchen</translation>
    </message>
</context>
<context>
    <name>footfall::TableList</name>
    <message>
        <source>Find a table</source>
        <translation>Tabelle suchen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>There is no table here that you may read.</source>
        <translation>Hier gibt es keine Tabelle, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>No table is called so.</source>
        <translation>So heißt keine Tabelle.</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>materialized view</source>
        <translation>materialisierte Sicht</translation>
    </message>
    <message>
        <source>foreign table</source>
        <translation>fremde Tabelle</translation>
    </message>
    <message>
        <source>partitioned table</source>
        <translation>partitionierte Tabelle</translation>
    </message>
    <message numerus="yes">
        <source>%1 partitions</source>
        <translation>
            <numerusform>%1 Partition</numerusform>
            <numerusform>%1 Partitionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1 rows</source>
        <translation>
            <numerusform>etwa %1 Zeile</numerusform>
            <numerusform>etwa %1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>no right SELECT</source>
        <translation>kein Recht SELECT</translation>
    </message>
    <message>
        <source>no right USAGE on its schema</source>
        <translation>kein Recht USAGE am Schema</translation>
    </message>
    <message>
        <source>Writes a query for the rows of all of them, so that one report is made of them.</source>
        <translation>Schreibt eine Abfrage für die Zeilen aller, sodass ein Bericht daraus wird.</translation>
    </message>
    <message>
        <source>Take these %1 to&amp;gether</source>
        <translation>Diese %1 zusammen &amp;nehmen</translation>
    </message>
</context>
<context>
    <name>footfall::TablePage</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>No report fits by the names of the columns: choose them below.</source>
        <translation>Den Namen der Spalten nach passt kein Bericht: Wählen Sie sie unten.</translation>
    </message>
    <message>
        <source>Fits by the names of the columns: %1</source>
        <translation>Passt den Namen der Spalten nach: %1</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Tabelle wählen</translation>
    </message>
    <message>
        <source>Here you will see its columns, its first rows and the SQL that makes a report of it.</source>
        <translation>Hier sehen Sie ihre Spalten, ihre ersten Zeilen und das SQL, das einen Bericht aus ihr macht.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>Die Tabelle hat keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>None of the first %1 rows counts: they are of other event types, of 1970 or before, or of the future.</source>
        <translation>
            <numerusform>Die %1 Zeile zählt nicht: Sie hat eine andere Ereignisart, ist von 1970 oder früher oder aus der Zukunft.</numerusform>
            <numerusform>Keine der ersten %1 Zeilen zählt: Sie haben andere Ereignisarten, sind von 1970 oder früher oder aus der Zukunft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the first %1 rows counts: choose other columns.</source>
        <translation>
            <numerusform>Die %1 Zeile zählt nicht: Wählen Sie andere Spalten.</numerusform>
            <numerusform>Keine der ersten %1 Zeilen zählt: Wählen Sie andere Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>for example country = &apos;DE&apos;</source>
        <translation>zum Beispiel country = &apos;DE&apos;</translation>
    </message>
    <message>
        <source>A condition in the server&apos;s SQL. Other rows are not read: the report counts them nowhere.</source>
        <translation>Eine Bedingung im SQL des Servers. Andere Zeilen werden nicht gelesen: Der Bericht zählt sie nirgends.</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>Nur Zeilen mit</translation>
    </message>
    <message>
        <source>Write a query</source>
        <translation>Abfrage schreiben</translation>
    </message>
    <message>
        <source>One SELECT, or WITH … SELECT, in the server&apos;s SQL: joins, columns with other names, rows of several tables. Once it is checked you will see its columns here as those of a table.</source>
        <translation>Ein SELECT oder WITH … SELECT im SQL des Servers: Verknüpfungen, Spalten mit anderen Namen, Zeilen mehrerer Tabellen. Ist es geprüft, sehen Sie hier seine Spalten wie die einer Tabelle.</translation>
    </message>
    <message>
        <source>The condition leaves no row.</source>
        <translation>Die Bedingung lässt keine Zeile übrig.</translation>
    </message>
    <message>
        <source>The query gives no rows.</source>
        <translation>Die Abfrage gibt keine Zeilen.</translation>
    </message>
    <message>
        <source>&amp;Count its rows here, together with open files</source>
        <translation>Zeilen &amp;hier zählen, zusammen mit offenen Dateien</translation>
    </message>
    <message>
        <source>The rows travel, and are counted as those of files: together with them, with periods compared, what made any peak, and every reject. Else the database computes the report, and only its result travels.</source>
        <translation>Die Zeilen werden übertragen und gezählt wie die von Dateien: zusammen mit ihnen, mit Vergleich von Zeiträumen, dem, was hinter jeder Spitze steckt, und jeder abgewiesenen Zeile. Sonst rechnet die Datenbank den Bericht aus, und nur sein Ergebnis wird übertragen.</translation>
    </message>
</context>
<context>
    <name>footfall::TablePanel</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Find in table</source>
        <translation>In der Tabelle suchen</translation>
    </message>
    <message>
        <source>No rows match</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Row ▾</source>
        <translation>Zeile ▾</translation>
    </message>
    <message>
        <source>What can be done with the selected row (menu key, Shift+F10)</source>
        <translation>Was sich mit der gewählten Zeile tun lässt (Menütaste, Umschalt+F10)</translation>
    </message>
    <message>
        <source>Menu of the row</source>
        <translation>Menü der Zeile</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Make what the search shows the filter of the whole report</source>
        <translation>Was die Suche zeigt, zum Filter des ganzen Berichts machen</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>footfall::TablePreview</name>
    <message>
        <source>First rows</source>
        <translation>Erste Zeilen</translation>
    </message>
    <message>
        <source>SQL that will run</source>
        <translation>SQL, das ausgeführt wird</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>SQL kopieren</translation>
    </message>
</context>
<context>
    <name>footfall::TicketChart</name>
    <message>
        <source>Average tickets</source>
        <translation>Mittlere Bons</translation>
    </message>
    <message>
        <source>Customers by their average ticket (USD) · %1 wide each</source>
        <translation>Kunden nach ihrem mittleren Bon (USD) · je %1 breit</translation>
    </message>
    <message numerus="yes">
        <source>Each customer counts once, with the average of the checkouts above 0: %1 have one, half of them up to %2 USD.</source>
        <translation>
            <numerusform>Jeder Kunde zählt einmal, mit dem Durchschnitt seiner checkout-Ereignisse über 0: %1 hat einen, von %2 USD.</numerusform>
            <numerusform>Jeder Kunde zählt einmal, mit dem Durchschnitt seiner checkout-Ereignisse über 0: %1 haben einen, die Hälfte davon bis %2 USD.</numerusform>
        </translation>
    </message>
    <message>
        <source>No customer has a checkout above 0.</source>
        <translation>Kein Kunde hat ein checkout-Ereignis über 0.</translation>
    </message>
    <message numerus="yes">
        <source>%1 have none.</source>
        <translation>
            <numerusform>%1 hat keinen.</numerusform>
            <numerusform>%1 haben keinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to below %2 USD</source>
        <translation>%1 bis unter %2 USD</translation>
    </message>
    <message>
        <source>%1 USD and more</source>
        <translation>%1 USD und mehr</translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 Kunde</numerusform>
            <numerusform>%1 Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of those with a ticket</source>
        <translation>%1 von denen mit Bon</translation>
    </message>
</context>
<context>
    <name>footfall::TimePlot</name>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>&amp;Only this time</source>
        <translation>&amp;Nur diese Zeit</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>&amp;Show everything</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;What made it</source>
        <translation>&amp;Was dahintersteckt</translation>
    </message>
</context>
<context>
    <name>footfall::TimeRangePopup</name>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>“Before” must be later than “From”.</source>
        <translation>„Vor“ muss später sein als „Von“.</translation>
    </message>
</context>
<context>
    <name>footfall::TotalsRow</name>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>Total of %1</source>
        <translation>Summe von %1</translation>
    </message>
    <message>
        <source>Total of the %1 shown</source>
        <translation>Summe der %1 gezeigten</translation>
    </message>
</context>
<context>
    <name>footfall::TrialList</name>
    <message>
        <source>It has no rows.</source>
        <translation>Sie hat keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %2 rows count, %3 are left out.</source>
        <translation>
            <numerusform>%1 von der ersten %2 Zeile zählt, %3 bleiben weg.</numerusform>
            <numerusform>%1 der ersten %2 Zeilen zählen, %3 bleiben weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 rows count.</source>
        <translation>
            <numerusform>Die einzige Zeile (%1) zählt.</numerusform>
            <numerusform>Alle %1 Zeilen zählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the first %1 rows count.</source>
        <translation>
            <numerusform>Die erste %1 Zeile zählt.</numerusform>
            <numerusform>Alle der ersten %1 Zeilen zählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 further reasons for rejected rows.</source>
        <translation>
            <numerusform>%1 weiterer Grund für abgelehnte Zeilen.</numerusform>
            <numerusform>%1 weitere Gründe für abgelehnte Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lacks %2. Click a column&apos;s head to say what it holds.</source>
        <translation>%1: Es fehlt %2. Klicken Sie auf den Kopf einer Spalte, um zu sagen, was sie enthält.</translation>
    </message>
    <message>
        <source>%1 is not made of it. Click a column&apos;s head to say what it holds.</source>
        <translation>%1 entsteht nicht daraus. Klicken Sie auf den Kopf einer Spalte, um zu sagen, was sie enthält.</translation>
    </message>
</context>
<context>
    <name>footfall::TypicalWeekChart</name>
    <message>
        <source>Typical week</source>
        <translation>Typische Woche</translation>
    </message>
    <message>
        <source>Typical week · unique visitors per hour in %1</source>
        <translation>Typische Woche · eindeutige Besucher je Stunde in %1</translation>
    </message>
    <message>
        <source>most from %1 to %2</source>
        <translation>meist von %1 bis %2</translation>
    </message>
    <message>
        <source>no pageviews</source>
        <translation>keine Seitenaufrufe</translation>
    </message>
    <message>
        <source>10 to 90 % of the hours</source>
        <translation>10 bis 90 % der Stunden</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
</context>
<context>
    <name>footfall::UsualWords</name>
    <message numerus="yes">
        <source>the median of %1 other hours of the same weekday and hour of day</source>
        <translation>
            <numerusform>der Wert von %1 anderen Stunde am selben Wochentag zur selben Zeit</numerusform>
            <numerusform>der Median von %1 anderen Stunden am selben Wochentag zur selben Zeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of %1 other hours of the same hour of day</source>
        <translation>
            <numerusform>der Wert von %1 anderen Stunde zur selben Tageszeit</numerusform>
            <numerusform>der Median von %1 anderen Stunden zur selben Tageszeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of the same time in %1 other weeks</source>
        <translation>
            <numerusform>der Wert derselben Zeit in %1 anderen Woche</numerusform>
            <numerusform>der Median derselben Zeit in %1 anderen Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of the same time on %1 other days</source>
        <translation>
            <numerusform>der Wert derselben Zeit an %1 anderen Tag</numerusform>
            <numerusform>der Median derselben Zeit an %1 anderen Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter leaves no other hour at this time of day to compare with.</source>
        <translation>Der Filter lässt keine andere Stunde dieser Tageszeit zum Vergleich übrig.</translation>
    </message>
    <message>
        <source>There is no other hour at this time of day to compare with.</source>
        <translation>Es gibt keine andere Stunde dieser Tageszeit zum Vergleich.</translation>
    </message>
    <message>
        <source>The filter leaves fewer than four other weeks to compare with, and no other day that has this time whole.</source>
        <translation>Der Filter lässt zum Vergleich keine vier anderen Wochen übrig und keinen anderen Tag, der diese Zeit ganz enthält.</translation>
    </message>
    <message>
        <source>There are fewer than four other weeks to compare with, and no other day that has this time whole.</source>
        <translation>Zum Vergleich gibt es keine vier anderen Wochen und keinen anderen Tag, der diese Zeit ganz enthält.</translation>
    </message>
</context>
<context>
    <name>footfall::ValuesPopup</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>%1:00 to %1:59</source>
        <translation>%1:00 bis %1:59</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Vormittag</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Nachmittag</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Abend</translation>
    </message>
    <message>
        <source>Hour of day · hours in %1</source>
        <translation>Stunde des Tages · Stunden in %1</translation>
    </message>
    <message>
        <source>Weekday · days in %1; of customers in UTC, of campaigns as dated</source>
        <translation>Wochentag · Tage in %1; bei Kunden in UTC, bei Kampagnen nach Datum</translation>
    </message>
    <message>
        <source>Choose what stays</source>
        <translation>Wählen Sie, was bleibt</translation>
    </message>
</context>
<context>
    <name>footfall::VisitorFigures</name>
    <message numerus="yes">
        <source>busiest hour · %1 visitors</source>
        <translation>
            <numerusform>stärkste Stunde · %1 Besucher</numerusform>
            <numerusform>stärkste Stunde · %1 Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest day · %1 visitors</source>
        <translation>
            <numerusform>stärkster Tag · %1 Besucher</numerusform>
            <numerusform>stärkster Tag · %1 Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest week · %1 visitors</source>
        <translation>
            <numerusform>stärkste Woche · %1 Besucher</numerusform>
            <numerusform>stärkste Woche · %1 Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked hour · %1 visitors</source>
        <translation>
            <numerusform>gewählte Stunde · %1 Besucher</numerusform>
            <numerusform>gewählte Stunde · %1 Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked day · %1 visitors</source>
        <translation>
            <numerusform>gewählter Tag · %1 Besucher</numerusform>
            <numerusform>gewählter Tag · %1 Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked week · %1 visitors</source>
        <translation>
            <numerusform>gewählte Woche · %1 Besucher</numerusform>
            <numerusform>gewählte Woche · %1 Besucher</numerusform>
        </translation>
    </message>
    <message>
        <source>The usual %1 is %2</source>
        <translation>Üblich sind %1: %2</translation>
    </message>
    <message>
        <source>%1 · %2 × usual</source>
        <translation>%1 · %2 × üblich</translation>
    </message>
    <message numerus="yes">
        <source>pageviews</source>
        <translation>
            <numerusform>Seitenaufruf</numerusform>
            <numerusform>Seitenaufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unique visitors</source>
        <translation>
            <numerusform>eindeutiger Besucher</numerusform>
            <numerusform>eindeutige Besucher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages</source>
        <translation>
            <numerusform>Seite</numerusform>
            <numerusform>Seiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::VisitorsPage</name>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Peak hours come from page views: CSV or NDJSON with the columns timestamp, page_url and visitor_id, or a web server&apos;s access log. Drop files here or open them.</source>
        <translation>Stoßzeiten entstehen aus Seitenaufrufen: CSV oder NDJSON mit den Spalten timestamp, page_url und visitor_id, oder das Zugriffsprotokoll eines Webservers. Ziehen Sie Dateien hierher oder öffnen Sie sie.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Pages of the picked hour</source>
        <translation>Seiten der gewählten Stunde</translation>
    </message>
    <message>
        <source>Only this time</source>
        <translation>Nur diese Zeit</translation>
    </message>
    <message>
        <source>Show the whole report for the time in view alone</source>
        <translation>Den ganzen Bericht nur für die sichtbare Zeit zeigen</translation>
    </message>
    <message>
        <source>Find an hour or date</source>
        <translation>Stunde oder Tag suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Find a page</source>
        <translation>Seite suchen</translation>
    </message>
    <message>
        <source>Pages in %1</source>
        <translation>Seiten in %1</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>Spitzen</translation>
    </message>
    <message>
        <source>What made it</source>
        <translation>Was dahintersteckt</translation>
    </message>
    <message>
        <source>The pages above their usual, and who came, in the hour in question</source>
        <translation>Die Seiten über ihrem Üblichen und wer kam, in der gewählten Stunde</translation>
    </message>
    <message>
        <source>Typical week</source>
        <translation>Typische Woche</translation>
    </message>
    <message>
        <source>Pages in an hour</source>
        <translation>Seiten einer Stunde</translation>
    </message>
</context>
<context>
    <name>footfall::WeekHeatmap</name>
    <message>
        <source>no pageviews</source>
        <translation>keine Seitenaufrufe</translation>
    </message>
    <message numerus="yes">
        <source>median %1 · mean %2
highest %3 · sum %4
%n hour(s)</source>
        <translation>
            <numerusform>Median %1 · Mittel %2
höchster Wert %3 · Summe %4
%n Stunde</numerusform>
            <numerusform>Median %1 · Mittel %2
höchster Wert %3 · Summe %4
%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Unique visitors by weekday and hour</source>
        <translation>Eindeutige Besucher nach Wochentag und Stunde</translation>
    </message>
    <message>
        <source>Unique visitors of an hour of the week · median</source>
        <translation>Eindeutige Besucher einer Stunde der Woche · Median</translation>
    </message>
    <message>
        <source>Unique visitors of an hour of the week · mean</source>
        <translation>Eindeutige Besucher einer Stunde der Woche · Mittel</translation>
    </message>
    <message>
        <source>Unique visitors of an hour of the week · highest</source>
        <translation>Eindeutige Besucher einer Stunde der Woche · höchster Wert</translation>
    </message>
    <message>
        <source>Unique visitors of an hour of the week · sum over its hours</source>
        <translation>Eindeutige Besucher einer Stunde der Woche · Summe über ihre Stunden</translation>
    </message>
    <message>
        <source>%1 · hours in %2</source>
        <translation>%1 · Stunden in %2</translation>
    </message>
</context>
<context>
    <name>footfall::WeekView</name>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Of the hours of the data that are the same hour of the same weekday. The sum counts who came in several of them several times.</source>
        <translation>Aus den Stunden der Daten, die dieselbe Stunde desselben Wochentags sind. Die Summe zählt, wer in mehreren davon kam, mehrmals.</translation>
    </message>
</context>
<context>
    <name>footfall::WholePages</name>
    <message>
        <source>&amp;Hours of this page</source>
        <translation>&amp;Stunden dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Days of this page</source>
        <translation>&amp;Tage dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Weeks of this page</source>
        <translation>&amp;Wochen dieser Seite</translation>
    </message>
    <message>
        <source>Pages over the whole time are counted once the files are read.</source>
        <translation>Seiten über die ganze Zeit werden gezählt, sobald die Dateien gelesen sind.</translation>
    </message>
    <message>
        <source>A database tells how many visitors a page has in an hour, not which of them came again: over the whole time pages are counted of files alone.</source>
        <translation>Eine Datenbank sagt, wie viele Besucher eine Seite in einer Stunde hat, nicht wer von ihnen wiederkam: Über die ganze Zeit werden Seiten nur in Dateien gezählt.</translation>
    </message>
    <message>
        <source>The pages could not be counted. Read the files again (F5).</source>
        <translation>Die Seiten konnten nicht gezählt werden. Dateien neu lesen (F5).</translation>
    </message>
    <message>
        <source>Pages over the whole time</source>
        <translation>Seiten über die ganze Zeit</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
</context>
<context>
    <name>footfall::WindowActions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open &amp;sample data</source>
        <translation>Beis&amp;pieldaten öffnen</translation>
    </message>
    <message>
        <source>&amp;Continue loading</source>
        <translation>Laden fort&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Export this &amp;report…</source>
        <translation>Diesen &amp;Bericht exportieren …</translation>
    </message>
    <message>
        <source>Export the two ran&amp;kings…</source>
        <translation>Die beiden &amp;Ranglisten exportieren …</translation>
    </message>
    <message>
        <source>Export the &amp;table in front…</source>
        <translation>Die &amp;Tabelle im Vordergrund exportieren …</translation>
    </message>
    <message>
        <source>Save the &amp;chart…</source>
        <translation>Das &amp;Diagramm speichern …</translation>
    </message>
    <message>
        <source>&amp;Find in table</source>
        <translation>In der Tabelle &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy rows with &amp;headers</source>
        <translation>Zeilen mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>&amp;Time range…</source>
        <translation>&amp;Zeitraum …</translation>
    </message>
    <message>
        <source>&amp;Add a filter…</source>
        <translation>&amp;Filter hinzufügen …</translation>
    </message>
    <message>
        <source>Time &amp;zone…</source>
        <translation>Zeitz&amp;one …</translation>
    </message>
    <message>
        <source>Fold the side to &amp;icons</source>
        <translation>Seitenleiste auf S&amp;ymbole verkleinern</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>S&amp;ystem</source>
        <translation>S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Load report and rejected rows…</source>
        <translation>&amp;Ladebericht und abgewiesene Zeilen …</translation>
    </message>
    <message>
        <source>&amp;Rates and event types…</source>
        <translation>&amp;Kurse und Ereignistypen …</translation>
    </message>
    <message>
        <source>User &amp;guide and shortcuts</source>
        <translation>&amp;Handbuch und Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Footfall</source>
        <translation>Ü&amp;ber Footfall</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>Be&amp;richt</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Connect to a &amp;database…</source>
        <translation>Mit einer &amp;Datenbank verbinden …</translation>
    </message>
    <message>
        <source>Foll&amp;ow files that grow</source>
        <translation>Wachsenden Dateien f&amp;olgen</translation>
    </message>
    <message>
        <source>Clea&amp;n the logs…</source>
        <translation>Protokolle &amp;bereinigen …</translation>
    </message>
    <message>
        <source>&amp;Undo the filter change</source>
        <translation>Filteränderung &amp;rückgängig</translation>
    </message>
    <message>
        <source>R&amp;edo the filter change</source>
        <translation>Filteränderung &amp;wiederholen</translation>
    </message>
    <message>
        <source>C&amp;lear all filters</source>
        <translation>A&amp;lle Filter entfernen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;What made it</source>
        <translation>&amp;Was dahintersteckt</translation>
    </message>
    <message>
        <source>Open this a&amp;gain at the next start</source>
        <translation>Beim nächsten Start &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>Re&amp;load all sources</source>
        <translation>Alle Quellen &amp;neu laden</translation>
    </message>
    <message>
        <source>S&amp;top loading</source>
        <translation>Laden &amp;anhalten</translation>
    </message>
    <message>
        <source>Close &amp;all sources</source>
        <translation>Alle &amp;Quellen schließen</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>Vor&amp;wärts</translation>
    </message>
    <message>
        <source>&amp;Forget a view</source>
        <translation>Eine Ansicht &amp;vergessen</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>Ver&amp;gleichen mit …</translation>
    </message>
    <message>
        <source>Cop&amp;y the chart</source>
        <translation>Diagramm &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Columns of the table…</source>
        <translation>S&amp;palten der Tabelle …</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Stunden</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>&amp;Weeks</source>
        <translation>&amp;Wochen</translation>
    </message>
    <message>
        <source>Ste&amp;p</source>
        <translation>Schr&amp;itt</translation>
    </message>
    <message>
        <source>Save this &amp;page…</source>
        <translation>Diese &amp;Seite speichern…</translation>
    </message>
    <message>
        <source>Ask the database again on its o&amp;wn</source>
        <translation>Die Datenbank &amp;von selbst neu fragen</translation>
    </message>
</context>
<context>
    <name>footfall::Words</name>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>Was it moved or renamed? Open it at its new place.</source>
        <translation>Wurde sie verschoben oder umbenannt? Öffnen Sie sie an ihrem neuen Ort.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>Open the files in it.</source>
        <translation>Öffnen Sie die Dateien darin.</translation>
    </message>
    <message>
        <source>You are not allowed to open it.</source>
        <translation>Sie dürfen sie nicht öffnen.</translation>
    </message>
    <message>
        <source>Change its permissions, then reload.</source>
        <translation>Ändern Sie die Zugriffsrechte und laden Sie neu.</translation>
    </message>
    <message>
        <source>Reading failed: %1.</source>
        <translation>Das Lesen schlug fehl: %1.</translation>
    </message>
    <message>
        <source>Check the disk or the network, then reload.</source>
        <translation>Prüfen Sie Datenträger oder Netz und laden Sie neu.</translation>
    </message>
    <message>
        <source>Writing failed: %1.</source>
        <translation>Das Schreiben schlug fehl: %1.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>These files are new already and could not be put back (in brackets: where the old one is): %1</source>
        <translation>Diese Dateien sind schon neu und ließen sich nicht zurücksetzen (in Klammern: wo die alte liegt): %1</translation>
    </message>
    <message>
        <source>%1 is a link in a folder that others may write.</source>
        <translation>%1 ist eine Verknüpfung in einem Ordner, in den andere schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose the file itself or another folder.</source>
        <translation>Wählen Sie die Datei selbst oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The receiver closed the connection.</source>
        <translation>Der Empfänger hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>The column “%1” is missing.</source>
        <translation>Die Spalte „%1“ fehlt.</translation>
    </message>
    <message>
        <source>Its header is: %1</source>
        <translation>Die Kopfzeile lautet: %1</translation>
    </message>
    <message>
        <source>The column “%1” is there twice.</source>
        <translation>Die Spalte „%1“ ist doppelt.</translation>
    </message>
    <message>
        <source>Rename one of the two, then reload.</source>
        <translation>Benennen Sie eine der beiden um und laden Sie neu.</translation>
    </message>
    <message>
        <source>See the user guide for the columns that are needed.</source>
        <translation>Welche Spalten nötig sind, steht im Handbuch.</translation>
    </message>
    <message>
        <source>It begins with: %1</source>
        <translation>Sie beginnt mit: %1</translation>
    </message>
    <message>
        <source>This is a binary file (%1).</source>
        <translation>Das ist eine Binärdatei (%1).</translation>
    </message>
    <message>
        <source>Open tables, JSON or access logs, plain or packed.</source>
        <translation>Öffnen Sie Tabellen, JSON oder Zugriffsprotokolle, unverpackt oder gepackt.</translation>
    </message>
    <message>
        <source>The encoding %1 is unknown or does not fit.</source>
        <translation>Die Kodierung %1 ist unbekannt oder passt nicht.</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The compressed file is damaged: %1.</source>
        <translation>Die gepackte Datei ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Fetch or make it again, then reload.</source>
        <translation>Holen oder erzeugen Sie sie erneut und laden Sie neu.</translation>
    </message>
    <message>
        <source>It holds no rows that can be read: it is %1.</source>
        <translation>Sie enthält keine lesbaren Zeilen: Es ist %1.</translation>
    </message>
    <message>
        <source>What helps: %1.</source>
        <translation>Was hilft: %1.</translation>
    </message>
    <message>
        <source>There is no file in it.</source>
        <translation>Darin ist keine Datei.</translation>
    </message>
    <message>
        <source>Nothing in it feeds a report: %1</source>
        <translation>Nichts darin ergibt einen Bericht: %1</translation>
    </message>
    <message>
        <source>“%1” does not fit.</source>
        <translation>„%1“ passt nicht.</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>The time zone %1 is unknown.</source>
        <translation>Die Zeitzone %1 ist unbekannt.</translation>
    </message>
    <message>
        <source>Choose one such as Europe/Berlin.</source>
        <translation>Wählen Sie eine wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Reload it once it is complete.</source>
        <translation>Laden Sie sie neu, sobald sie vollständig ist.</translation>
    </message>
    <message>
        <source>This cannot be opened here: %1.</source>
        <translation>Das lässt sich hier nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>Save it as a plain file, or use footfall-cli.</source>
        <translation>Speichern Sie es als gewöhnliche Datei oder nehmen Sie footfall-cli.</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>malformed row</source>
        <translation>fehlerhafte Zeile</translation>
    </message>
    <message>
        <source>unclosed quote</source>
        <translation>offenes Anführungszeichen</translation>
    </message>
    <message>
        <source>too many fields</source>
        <translation>zu viele Felder</translation>
    </message>
    <message>
        <source>record too long</source>
        <translation>Datensatz zu lang</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>falscher Typ</translation>
    </message>
    <message>
        <source>missing value</source>
        <translation>fehlender Wert</translation>
    </message>
    <message>
        <source>bad timestamp</source>
        <translation>ungültiger Zeitstempel</translation>
    </message>
    <message>
        <source>bad number</source>
        <translation>ungültige Zahl</translation>
    </message>
    <message>
        <source>negative number</source>
        <translation>negative Zahl</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>no request target</source>
        <translation>kein Anfrageziel</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>unter einer Sekunde</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>It was packed with a window of more than 128 MB.</source>
        <translation>Sie wurde mit einem Fenster von mehr als 128 MB gepackt.</translation>
    </message>
    <message>
        <source>Unpack it with zstd -d --long=31 and open the file that comes out.</source>
        <translation>Entpacken Sie sie mit zstd -d --long=31 und öffnen Sie die Datei, die dabei entsteht.</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Die Datei änderte sich beim Lesen.</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>Dafür reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Close other files or programs, then try again.</source>
        <translation>Schließen Sie andere Dateien oder Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The system gives no further thread: %1.</source>
        <translation>Das System gibt keinen weiteren Thread her: %1.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This failed: %1.</source>
        <translation>Das ist gescheitert: %1.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 needs the column “%2”, which is missing.</source>
        <translation>%1: Die nötige Spalte „%2“ fehlt.</translation>
    </message>
    <message>
        <source>Mostly: %1.</source>
        <translation>Meist: %1.</translation>
    </message>
    <message>
        <source>Mostly: %1, first in line %2: “%3”.</source>
        <translation>Meist: %1, zuerst in Zeile %2: „%3“.</translation>
    </message>
    <message>
        <source>Mostly: %1 in the column “%2”, first in line %3: “%4”.</source>
        <translation>Meist: %1 in der Spalte „%2“, zuerst in Zeile %3: „%4“.</translation>
    </message>
    <message>
        <source>Mostly: %1 in the column “%2”.</source>
        <translation>Meist: %1 in der Spalte „%2“.</translation>
    </message>
    <message>
        <source>Mostly: %1 in the column “%2”, such as “%3”.</source>
        <translation>Meist: %1 in der Spalte „%2“, etwa „%3“.</translation>
    </message>
    <message>
        <source>Its JSON is broken at byte %1, before “%2”.</source>
        <translation>Ihr JSON ist bei Byte %1 beschädigt, vor „%2“.</translation>
    </message>
    <message>
        <source>A bracket there has no partner, or text follows the end. Repair it there, or fetch the file again.</source>
        <translation>Dort fehlt einer Klammer ihr Gegenstück, oder hinter dem Ende steht noch Text. Reparieren Sie die Stelle, oder holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Its JSON is cut short: it ends at byte %1 with brackets open.</source>
        <translation>Ihr JSON ist abgeschnitten: Es endet bei Byte %1 mit offenen Klammern.</translation>
    </message>
    <message>
        <source>Fetch the file again, then reload.</source>
        <translation>Holen Sie die Datei noch einmal, und laden Sie neu.</translation>
    </message>
    <message>
        <source>No row has the key “%1”.</source>
        <translation>Keine Zeile hat den Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>Its keys are: %1</source>
        <translation>Ihre Schlüssel sind: %1</translation>
    </message>
    <message>
        <source>It writes dates in two ways: %1 in line %2, %3 in line %4.</source>
        <translation>Sie schreibt Daten auf zwei Arten: %1 in Zeile %2, %3 in Zeile %4.</translation>
    </message>
    <message>
        <source>Correct one of the two, then reload.</source>
        <translation>Berichtigen Sie eines der beiden und laden Sie sie dann neu.</translation>
    </message>
    <message>
        <source>%1 in line %2 may be %3 or %4, and no other date tells which.</source>
        <translation>%1 in Zeile %2 kann %3 oder %4 sein, und kein anderes Datum sagt, welches.</translation>
    </message>
    <message>
        <source>Save it with dates such as 2025-01-06, then reload.</source>
        <translation>Speichern Sie sie mit Daten wie 2025-01-06 und laden Sie sie dann neu.</translation>
    </message>
    <message>
        <source>%1 in line %2 is no date such as 20250106.</source>
        <translation>%1 in Zeile %2 ist kein Datum wie 20250106.</translation>
    </message>
    <message>
        <source>Correct it, then reload.</source>
        <translation>Berichtigen Sie es und laden Sie die Datei dann neu.</translation>
    </message>
    <message>
        <source>The times are day numbers of a spreadsheet: %1 in line %2.</source>
        <translation>Die Zeiten sind Tageszahlen einer Tabellenkalkulation: %1 in Zeile %2.</translation>
    </message>
    <message>
        <source>Save it with dates such as 2025-01-06 10:58, then reload.</source>
        <translation>Speichern Sie sie mit Zeiten wie 2025-01-06 10:58 und laden Sie sie dann neu.</translation>
    </message>
    <message>
        <source>%1 in line %2 means no one time zone.</source>
        <translation>%1 in Zeile %2 bezeichnet nicht nur eine Zeitzone.</translation>
    </message>
    <message>
        <source>Choose the zone of its times, then reload.</source>
        <translation>Wählen Sie die Zone ihrer Zeiten und laden Sie sie dann neu.</translation>
    </message>
    <message>
        <source>%1 in line %2 does not fit how the column “%3” was read.</source>
        <translation>%1 in Zeile %2 passt nicht dazu, wie die Spalte „%3“ gelesen wurde.</translation>
    </message>
    <message>
        <source>Read it with footfall-cli and %1.</source>
        <translation>Lesen Sie sie mit footfall-cli und %1.</translation>
    </message>
    <message>
        <source>It seems to have no header.</source>
        <translation>Sie hat anscheinend keine Kopfzeile.</translation>
    </message>
    <message>
        <source>Its first line is: %1</source>
        <translation>Ihre erste Zeile lautet: %1</translation>
    </message>
    <message>
        <source>It has one column, and none for %1.</source>
        <translation>Sie hat eine Spalte, und keine für %1.</translation>
    </message>
    <message>
        <source>It has another header than its plan.</source>
        <translation>Sie hat eine andere Kopfzeile als ihr Plan.</translation>
    </message>
    <message>
        <source>The plan cannot be read.</source>
        <translation>Der Plan lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 needs the columns %2, which are missing.</source>
        <translation>%1 braucht die Spalten %2, die fehlen.</translation>
    </message>
    <message>
        <source>This description of an access log format cannot be read.</source>
        <translation>Diese Beschreibung eines Logformats lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Line %1 holds: %2</source>
        <translation>In Zeile %1 steht: %2</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>None of the %1 known formats of access logs reads it either.</source>
        <translation>
            <numerusform>Auch das %1 bekannte Format von Zugriffsprotokollen liest sie nicht.</numerusform>
            <numerusform>Auch keines der %1 bekannten Formate von Zugriffsprotokollen liest sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came furthest, to byte %2 of line %3, where “%4” was looked for.</source>
        <translation>%1 kam am weitesten, bis Byte %2 der Zeile %3, wo „%4“ gesucht wurde.</translation>
    </message>
    <message>
        <source>Where it is a log, say what its lines look like: in its reading plan, under Log format.</source>
        <translation>Ist sie ein Protokoll, so sagen Sie, wie seine Zeilen aussehen: in ihrem Leseplan, unter Logformat.</translation>
    </message>
    <message>
        <source>event type</source>
        <translation>Ereignistyp</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>hour of day</source>
        <translation>Stunde des Tages</translation>
    </message>
    <message>
        <source>“%1” is no log format that is known here.</source>
        <translation>„%1“ ist kein Logformat, das hier bekannt ist.</translation>
    </message>
    <message>
        <source>Choose one of the list, or write it as Apache&apos;s or nginx&apos;s configuration does; it needs the client, the time and the request.</source>
        <translation>Wählen Sie eines aus der Liste, oder schreiben Sie es wie in der Konfiguration von Apache oder nginx; es braucht Client, Zeit und Anfrage.</translation>
    </message>
    <message>
        <source>The lines of this log have no forwarded addresses.</source>
        <translation>Die Zeilen dieses Logs haben keine weitergereichten Adressen.</translation>
    </message>
    <message>
        <source>Choose the addresses of the connections, or another log format.</source>
        <translation>Wählen Sie die Adressen der Verbindungen, oder ein anderes Logformat.</translation>
    </message>
    <message>
        <source>No report can be made from it.</source>
        <translation>Daraus lässt sich kein Bericht machen.</translation>
    </message>
    <message>
        <source>weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Conditions on customers, users, event types or currencies do not hold beside a cleaning of logs, where one set of files has both.</source>
        <translation>Bedingungen an Kunden, Nutzer, Ereignistypen oder Währungen gelten nicht neben einer Bereinigung von Logs, wo dieselben Dateien beides haben.</translation>
    </message>
    <message>
        <source>Take one of the two out of the filter.</source>
        <translation>Nehmen Sie eines von beiden aus dem Filter.</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>“%1” holds “%2”.</source>
        <translation>„%1“ enthält „%2“.</translation>
    </message>
    <message>
        <source>answered %1, in %2</source>
        <translation>beantwortet %1, in %2</translation>
    </message>
    <message>
        <source>Its rows did not come to their end.</source>
        <translation>Ihre Zeilen kamen nicht bis ans Ende.</translation>
    </message>
    <message>
        <source>It is JSON whose records are lists, not objects with names.</source>
        <translation>Sie ist JSON, dessen Datensätze Listen sind, keine Objekte mit Namen.</translation>
    </message>
    <message>
        <source>It is JSON whose records are lists in “%1”, not objects with names.</source>
        <translation>Sie ist JSON, dessen Datensätze Listen in „%1“ sind, keine Objekte mit Namen.</translation>
    </message>
    <message>
        <source>Make a table of them, for example with jq -r &apos;%1&apos;.</source>
        <translation>Machen Sie eine Tabelle daraus, etwa mit jq -r &apos;%1&apos;.</translation>
    </message>
</context>
</TS>
