<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>footfall::ActivityPage</name>
    <message numerus="yes">
        <source>users</source>
        <translation>
            <numerusform>user</numerusform>
            <numerusform>users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>distinct events</source>
        <translation>
            <numerusform>distinct event</numerusform>
            <numerusform>distinct events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clicks</source>
        <comment>counted</comment>
        <translation>
            <numerusform>click</numerusform>
            <numerusform>clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>views</source>
        <comment>counted</comment>
        <translation>
            <numerusform>view</numerusform>
            <numerusform>views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>purchases</source>
        <comment>counted</comment>
        <translation>
            <numerusform>purchase</numerusform>
            <numerusform>purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events sharing an id</source>
        <translation>
            <numerusform>event sharing an id</numerusform>
            <numerusform>events sharing an id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 clicks</source>
        <translation>
            <numerusform>%1 click</numerusform>
            <numerusform>%1 clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 views</source>
        <translation>
            <numerusform>%1 view</numerusform>
            <numerusform>%1 views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 purchases</source>
        <translation>
            <numerusform>%1 purchase</numerusform>
            <numerusform>%1 purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 users</source>
        <translation>
            <numerusform>%1 user</numerusform>
            <numerusform>%1 users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more have a purchase, but no view or no click</source>
        <translation>
            <numerusform>%1 more has a purchase, but no view or no click</numerusform>
            <numerusform>%1 more have a purchase, but no view or no click</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::CampaignFigures</name>
    <message numerus="yes">
        <source>campaigns</source>
        <translation>
            <numerusform>campaign</numerusform>
            <numerusform>campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>impressions</source>
        <translation>
            <numerusform>impression</numerusform>
            <numerusform>impressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clicks</source>
        <translation>
            <numerusform>click</numerusform>
            <numerusform>clicks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>conversions</source>
        <translation>
            <numerusform>conversion</numerusform>
            <numerusform>conversions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::CausePanel</name>
    <message numerus="yes">
        <source>%1 visitors</source>
        <translation>
            <numerusform>%1 visitor</numerusform>
            <numerusform>%1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them (%2) were never seen before.</source>
        <translation>
            <numerusform>%1 of them (%2) was never seen before.</numerusform>
            <numerusform>%1 of them (%2) were never seen before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of them (%2) were never seen before in what the filter leaves.</source>
        <translation>
            <numerusform>%1 of them (%2) was never seen before in what the filter leaves.</numerusform>
            <numerusform>%1 of them (%2) were never seen before in what the filter leaves.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::ChoicesPanel</name>
    <message numerus="yes">
        <source>%1 lines above the header are left out.</source>
        <translation>
            <numerusform>%1 line above the header is left out.</numerusform>
            <numerusform>%1 lines above the header are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::CleanPopup</name>
    <message numerus="yes">
        <source>Left: %1 of %2 rows of logs (%3)</source>
        <translation>
            <numerusform>Left: %1 of %2 row of logs (%3)</numerusform>
            <numerusform>Left: %1 of %2 rows of logs (%3)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::CustomersPage</name>
    <message numerus="yes">
        <source>customers</source>
        <translation>
            <numerusform>customer</numerusform>
            <numerusform>customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events</source>
        <translation>
            <numerusform>event</numerusform>
            <numerusform>events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>events sharing an id</source>
        <translation>
            <numerusform>event sharing an id</numerusform>
            <numerusform>events sharing an id</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 rows, sum %3</source>
        <translation>
            <numerusform>%1: %2 row, sum %3</numerusform>
            <numerusform>%1: %2 rows, sum %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>active days</source>
        <translation>
            <numerusform>active day</numerusform>
            <numerusform>active days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 customer</numerusform>
            <numerusform>%1 customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::DayChart</name>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 customer</numerusform>
            <numerusform>%1 customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::ExportDialog</name>
    <message numerus="yes">
        <source>%n source(s) have no hash; the .meta.json says why.</source>
        <translation>
            <numerusform>%n source has no hash; the .meta.json says why.</numerusform>
            <numerusform>%n sources have no hash; the .meta.json says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::GuideContents</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::LoadReportDialog</name>
    <message numerus="yes">
        <source>%1 rows read = %2 counted + %3 rejected + %4 filtered</source>
        <translation>
            <numerusform>%1 row read = %2 counted + %3 rejected + %4 filtered</numerusform>
            <numerusform>%1 rows read = %2 counted + %3 rejected + %4 filtered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows repeat an event and count once.</source>
        <translation>
            <numerusform>%1 row repeats an event and does not count again.</numerusform>
            <numerusform>%1 rows repeat an event and do not count again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 events share their id with a different one.</source>
        <translation>
            <numerusform>%1 event shares its id with a different one.</numerusform>
            <numerusform>%1 events share their id with a different one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows had digits after the 18th decimal, which were rounded.</source>
        <translation>
            <numerusform>%1 row had digits after the 18th decimal, which were rounded.</numerusform>
            <numerusform>%1 rows had digits after the 18th decimal, which were rounded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::LogChoices</name>
    <message numerus="yes">
        <source>%1 · %2 of %3 lines</source>
        <translation>
            <numerusform>%1 · %2 of %3 line</numerusform>
            <numerusform>%1 · %2 of %3 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the first %2 requests</source>
        <translation>
            <numerusform>%1 of the first %2 request</numerusform>
            <numerusform>%1 of the first %2 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::MainWindow</name>
    <message numerus="yes">
        <source>Reading %n files</source>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1 %: what you see covers all of %2, and %3 rows of %4.</source>
        <translation>
            <numerusform>Stopped at %1 %: what you see covers all of %2, and %3 row of %4.</numerusform>
            <numerusform>Stopped at %1 %: what you see covers all of %2, and %3 rows of %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped at %1 %: what you see covers %2 rows.</source>
        <translation>
            <numerusform>Stopped at %1 %: what you see covers %2 row.</numerusform>
            <numerusform>Stopped at %1 %: what you see covers %2 rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Footfall — %1 and %n more</source>
        <translation>
            <numerusform>Footfall — %1 and %n more</numerusform>
            <numerusform>Footfall — %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::MappingGrid</name>
    <message numerus="yes">
        <source>%1 in %2 of %3 rows</source>
        <translation>
            <numerusform>%1 in %2 of %3 row</numerusform>
            <numerusform>%1 in %2 of %3 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in none of the first %1 rows</source>
        <translation>
            <numerusform>not in the %1 row there is</numerusform>
            <numerusform>in none of the first %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 of the first %2 rows</source>
        <translation>
            <numerusform>in %1 of the %2 row there is</numerusform>
            <numerusform>in %1 of the first %2 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::NamePicker</name>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n matches</numerusform>
            <numerusform>%n match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::PageDocument</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::ReadingWords</name>
    <message numerus="yes">
        <source>%1 title lines left out</source>
        <translation>
            <numerusform>%1 title line left out</numerusform>
            <numerusform>%1 title lines left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 rows were rejected</source>
        <translation>
            <numerusform>%1 row was rejected, the only one</numerusform>
            <numerusform>All %1 rows were rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows were rejected</source>
        <translation>
            <numerusform>%1 of %2 rows was rejected</numerusform>
            <numerusform>%1 of %2 rows were rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3, first in line %4: “%5”.</source>
        <translation>
            <numerusform>%1 of %2 row: %3, first in line %4: “%5”.</numerusform>
            <numerusform>%1 of %2 rows: %3, first in line %4: “%5”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3 in %4, first in line %5.</source>
        <translation>
            <numerusform>%1 of %2 row: %3 in %4, first in line %5.</numerusform>
            <numerusform>%1 of %2 rows: %3 in %4, first in line %5.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows: %3 in %4, such as “%5” in line %6.</source>
        <translation>
            <numerusform>%1 of %2 row: %3 in %4, such as “%5” in line %6.</numerusform>
            <numerusform>%1 of %2 rows: %3 in %4, such as “%5” in line %6.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines of several objects</source>
        <translation>
            <numerusform>%1 line of several objects</numerusform>
            <numerusform>%1 lines of several objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines begin with NUL bytes or a byte-order mark, which were read over.</source>
        <translation>
            <numerusform>%1 line begins with NUL bytes or a byte-order mark, which were read over.</numerusform>
            <numerusform>%1 lines begin with NUL bytes or a byte-order mark, which were read over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines end in a comma, which was read over.</source>
        <translation>
            <numerusform>%1 line ends in a comma, which was read over.</numerusform>
            <numerusform>%1 lines end in a comma, which was read over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines hold several objects, each of which is a row.</source>
        <translation>
            <numerusform>%1 line holds several objects, each of which is a row.</numerusform>
            <numerusform>%1 lines hold several objects, each of which is a row.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines are no rows: titles, comments, empty ones.</source>
        <translation>
            <numerusform>%1 line is no row: a title, a comment or empty.</numerusform>
            <numerusform>%1 lines are no rows: titles, comments, empty ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines with marks at the beginning</source>
        <translation>
            <numerusform>%1 line with marks at the beginning</numerusform>
            <numerusform>%1 lines with marks at the beginning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines with a comma at the end</source>
        <translation>
            <numerusform>%1 line with a comma at the end</numerusform>
            <numerusform>%1 lines with a comma at the end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::ReportList</name>
    <message numerus="yes">
        <source>%1 of %2 rows count</source>
        <translation>
            <numerusform>%1 of %2 row counts</numerusform>
            <numerusform>%1 of %2 rows count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::RequestsPage</name>
    <message numerus="yes">
        <source>requests</source>
        <translation>
            <numerusform>request</numerusform>
            <numerusform>requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages</source>
        <translation>
            <numerusform>page</numerusform>
            <numerusform>pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest hour · %1 requests</source>
        <translation>
            <numerusform>busiest hour · %1 request</numerusform>
            <numerusform>busiest hour · %1 requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest day · %1 requests</source>
        <translation>
            <numerusform>busiest day · %1 request</numerusform>
            <numerusform>busiest day · %1 requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest week · %1 requests</source>
        <translation>
            <numerusform>busiest week · %1 request</numerusform>
            <numerusform>busiest week · %1 requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::SourceRow</name>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows read, %2 rejected</source>
        <translation>
            <numerusform>%1 row read, %2 rejected</numerusform>
            <numerusform>%1 rows read, %2 rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::SpreadChart</name>
    <message numerus="yes">
        <source>%1 customers without spend are left out.</source>
        <translation>
            <numerusform>%1 customer without spend is left out.</numerusform>
            <numerusform>%1 customers without spend are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 customers with spend below 0 (%2 USD) are left out.</source>
        <translation>
            <numerusform>%1 customer with spend below 0 (%2 USD) is left out.</numerusform>
            <numerusform>%1 customers with spend below 0 (%2 USD) are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>top %1 · %2 customers</source>
        <translation>
            <numerusform>top %1 · %2 customer</numerusform>
            <numerusform>top %1 · %2 customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::StatusLine</name>
    <message numerus="yes">
        <source>%1 of %2 rows</source>
        <translation>
            <numerusform>%1 of %2 row</numerusform>
            <numerusform>%1 of %2 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows read = %2 counted + %3 rejected + %4 filtered</source>
        <translation>
            <numerusform>%1 row read = %2 counted + %3 rejected + %4 filtered</numerusform>
            <numerusform>%1 rows read = %2 counted + %3 rejected + %4 filtered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::TableList</name>
    <message numerus="yes">
        <source>%1 partitions</source>
        <translation>
            <numerusform>%1 partition</numerusform>
            <numerusform>%1 partitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1 rows</source>
        <translation>
            <numerusform>about %1 row</numerusform>
            <numerusform>about %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::TablePage</name>
    <message numerus="yes">
        <source>None of the first %1 rows counts: they are of other event types, of 1970 or before, or of the future.</source>
        <translation>
            <numerusform>The %1 row does not count: it is of another event type, of 1970 or before, or of the future.</numerusform>
            <numerusform>None of the first %1 rows counts: they are of other event types, of 1970 or before, or of the future.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the first %1 rows counts: choose other columns.</source>
        <translation>
            <numerusform>The %1 row does not count: choose other columns.</numerusform>
            <numerusform>None of the first %1 rows counts: choose other columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::TicketChart</name>
    <message numerus="yes">
        <source>Each customer counts once, with the average of the checkouts above 0: %1 have one, half of them up to %2 USD.</source>
        <translation>
            <numerusform>Each customer counts once, with the average of the checkouts above 0: %1 has one, of %2 USD.</numerusform>
            <numerusform>Each customer counts once, with the average of the checkouts above 0: %1 have one, half of them up to %2 USD.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 have none.</source>
        <translation>
            <numerusform>%1 has none.</numerusform>
            <numerusform>%1 have none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 customers</source>
        <translation>
            <numerusform>%1 customer</numerusform>
            <numerusform>%1 customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::TrialList</name>
    <message numerus="yes">
        <source>%1 of the first %2 rows count, %3 are left out.</source>
        <translation>
            <numerusform>%1 of the first %2 row counts, %3 is left out.</numerusform>
            <numerusform>%1 of the first %2 rows count, %3 are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 rows count.</source>
        <translation>
            <numerusform>%1 row counts, the only one.</numerusform>
            <numerusform>All %1 rows count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of the first %1 rows count.</source>
        <translation>
            <numerusform>%1 row counts, the first one.</numerusform>
            <numerusform>All of the first %1 rows count.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 further reasons for rejected rows.</source>
        <translation>
            <numerusform>%1 further reason for rejected rows.</numerusform>
            <numerusform>%1 further reasons for rejected rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::UsualWords</name>
    <message numerus="yes">
        <source>the median of %1 other hours of the same weekday and hour of day</source>
        <translation>
            <numerusform>that of %1 other hour of the same weekday and hour of day</numerusform>
            <numerusform>the median of %1 other hours of the same weekday and hour of day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of %1 other hours of the same hour of day</source>
        <translation>
            <numerusform>that of %1 other hour of the same hour of day</numerusform>
            <numerusform>the median of %1 other hours of the same hour of day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of the same time in %1 other weeks</source>
        <translation>
            <numerusform>that of the same time in %1 other week</numerusform>
            <numerusform>the median of the same time in %1 other weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the median of the same time on %1 other days</source>
        <translation>
            <numerusform>that of the same time on %1 other day</numerusform>
            <numerusform>the median of the same time on %1 other days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::VisitorFigures</name>
    <message numerus="yes">
        <source>busiest hour · %1 visitors</source>
        <translation>
            <numerusform>busiest hour · %1 visitor</numerusform>
            <numerusform>busiest hour · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest day · %1 visitors</source>
        <translation>
            <numerusform>busiest day · %1 visitor</numerusform>
            <numerusform>busiest day · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>busiest week · %1 visitors</source>
        <translation>
            <numerusform>busiest week · %1 visitor</numerusform>
            <numerusform>busiest week · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked hour · %1 visitors</source>
        <translation>
            <numerusform>picked hour · %1 visitor</numerusform>
            <numerusform>picked hour · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked day · %1 visitors</source>
        <translation>
            <numerusform>picked day · %1 visitor</numerusform>
            <numerusform>picked day · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>picked week · %1 visitors</source>
        <translation>
            <numerusform>picked week · %1 visitor</numerusform>
            <numerusform>picked week · %1 visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pageviews</source>
        <translation>
            <numerusform>pageview</numerusform>
            <numerusform>pageviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unique visitors</source>
        <translation>
            <numerusform>unique visitor</numerusform>
            <numerusform>unique visitors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages</source>
        <translation>
            <numerusform>page</numerusform>
            <numerusform>pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::WeekHeatmap</name>
    <message numerus="yes">
        <source>median %1 · mean %2
highest %3 · sum %4
%n hour(s)</source>
        <translation>
            <numerusform>median %1 · mean %2
highest %3 · sum %4
%n hour</numerusform>
            <numerusform>median %1 · mean %2
highest %3 · sum %4
%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>footfall::Words</name>
    <message numerus="yes">
        <source>None of the %1 known formats of access logs reads it either.</source>
        <translation>
            <numerusform>The %1 known format of access logs does not read it either.</numerusform>
            <numerusform>None of the %1 known formats of access logs reads it either.</numerusform>
        </translation>
    </message>
</context>
</TS>
