/// How papers look, in a window and on A4. One for all of them.
enum Stylesheet {
    static let text: StaticString = """
        :root { --ink: #1a1a1a; --quiet: #555; --line: #8a8a8a; --pale: #f2f4f7; --mark: #8a1c00; }
        * { box-sizing: border-box; }
        html { font-size: 100%; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 3rem; color: var(--ink); background: #fff;
            font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; font-variant-ligatures: none; hyphens: manual;
            overflow-wrap: break-word; }
        header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem;
            border-bottom: 2px solid var(--ink); padding-bottom: .5rem; }
        header p { margin: 0; }
        .authority { font-weight: bold; }
        .mark { color: var(--mark); border: 2px solid var(--mark); padding: 0 .5rem; font-weight: bold; }
        h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; margin: 1.25rem 0 1rem; }
        h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
        p { margin: 0 0 .75rem; max-width: 45rem; }
        ul, ol { margin: 0 0 .75rem; padding-left: 1.5rem; max-width: 45rem; }
        li { margin-bottom: .25rem; }
        a { color: #0b4f9c; }
        dl { margin: 0 0 1rem; }
        dl div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem; padding: .15rem 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; margin: .5rem 0 1.25rem; font-size: .95rem; }
        caption { text-align: left; font-weight: bold; padding: .25rem 0; }
        th, td { border: 1px solid var(--line); padding: .4rem .5rem; text-align: left; vertical-align: top;
            overflow-wrap: anywhere; }
        thead th { background: var(--pale); }
        tbody th { font-weight: normal; }
        td p, th p { margin: 0 0 .3rem; }
        td ul { margin: 0; padding-left: 1.1rem; }
        .plan thead th:nth-child(1) { width: 19%; }
        .plan thead th:nth-child(2) { width: 29%; }
        .plan thead th:nth-child(3), .plan thead th:nth-child(4) { width: 26%; }
        .numbers th, .numbers td { overflow-wrap: break-word; }
        .measures thead th:nth-child(1) { width: 30%; }
        .measures thead th:nth-child(2) { width: 16%; }
        .measures thead th:nth-child(3), .measures thead th:nth-child(4) { width: 27%; }
        .note { color: var(--quiet); font-size: .93em; }
        .note .name { font-weight: bold; }
        .state { font-weight: bold; }
        .digest { font-family: "Liberation Mono", monospace; font-size: .8rem; overflow-wrap: anywhere; }
        .ink { border-bottom: 1px solid var(--ink); min-height: 2.5rem; display: block; }
        .signature { margin: 1.25rem 0; break-inside: avoid; }
        .fill { background: #fff6d6; }
        @media (max-width: 40rem) {
            body { padding: .75rem .9rem 2rem; }
            h1 { font-size: 1.4rem; }
            dl div { grid-template-columns: 1fr; gap: 0; padding: .3rem 0; }
            table, tbody, tr, td, tbody th { display: block; width: auto !important; }
            caption { display: block; }
            thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            tr { border-bottom: 2px solid var(--line); padding: .4rem 0; }
            td, tbody th { border: 0; padding: .2rem 0; }
            td:empty { display: none; }
            td[data-label]::before, tbody th[data-label]::before { content: attr(data-label); display: block;
                color: var(--quiet); font-size: .85rem; font-weight: bold; }
        }
        @page { size: A4; margin: 20mm 18mm 22mm;
            @bottom-right { content: "Sida " counter(page) " av " counter(pages);
                font: 9pt "Liberation Sans", Arial, sans-serif; color: #555; } }
        @media print {
            body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; }
            h1 { font-size: 18pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
            h1, h2, h3, caption { break-after: avoid; }
            table { font-size: 9pt; }
            .numbers { font-size: 8.5pt; }
            .numbers th, .numbers td { padding: .3rem .35rem; }
            tbody:first-of-type tr:first-child { break-before: avoid; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            p, li { orphans: 2; widows: 2; }
            a { color: inherit; text-decoration: none; }
            .fill { background: none; border: 1px dashed var(--line); }
        }

        """
}
