"""The words that references are written with in English."""

WORDS = {
    "provisions": """
        article: article art. | articles arts.
        point: point | points pts.
        paragraph: paragraph para. | paragraphs paras.
        subparagraph: subparagraph sub-paragraph subpara. | subparagraphs sub-paragraphs subparas.
        section: section sec. sect. | sections secs. sects.
        subsection: subsection sub-section | subsections sub-sections
        clause: clause cl. | clauses cls.
        subclause: subclause sub-clause | subclauses sub-clauses
        rule: rule |
        item: item | items
        chapter: chapter ch. | chapters chs.
        annex: appendix | appendices
    """,
    "capital_provisions": """
        annex: annex schedule | annexes schedules
        rule: | rules
        part: part pt. | parts
        title: title | titles
        principle: principle | principles
    """,
    "acts": """
        resolution: resolution unscr unsc-resolution | resolutions unscrs
        regulation: regulation reg. | regulations regs.
        directive: directive | directives
    """,
    "capital_acts": """
        case: case | cases
        act: act | acts
        law: law | laws
        decision: decision | decisions
        decree: decree | decrees
        order: order | orders
        ordinance: ordinance | ordinances
        protocol: protocol | protocols
        convention: convention | conventions
        treaty: treaty | treaties
        proclamation: proclamation | proclamations
        bill: bill | bills
    """,
    "labels": """
        version: version | versions
        page: page p. | pages pp.
        footnote: footnote fn. endnote | footnotes endnotes
        class: class | classes
        edition: edition | editions
        option: option alternative | options alternatives
        volume: volume vol. | volumes vols.
        copyright: copyright |
        phase: phase | phases
    """,
    "capital_labels": """
        stage: stage | stages
        step: step | steps
        basket: basket | baskets
        track: track | tracks
        table: table | tables
        figure: figure fig. | figures figs.
        map: map | maps
        form: form | forms
        room: room suite apartment apt. flat | rooms
        building: building | buildings
        zone: zone | zones
        area: area | areas
        sector: sector | sectors
        category: category | categories
        type: type | types
        level: level tier grade | levels tiers grades
        group: group | groups
        exhibit: exhibit | exhibits
        box: box | boxes
        unit: unit | units
        route: route highway | routes highways
        line: line | lines
        note: note | notes
    """,
    "number_signs": "no nos number numbers",
    "ands": "and",
    "ors": "or nor and/or",
    "ranges": "to through thru until",
    "of": "of",
    "to": "to in",
    "articles": "the its their that those such each any",
    "here": "this these present",
    "here_after": "above below hereof herein hereto hereunder",
    "elsewhere_after": "thereof therein thereto",
    "acts_named": """
        treaty treaties convention charter covenant protocol act constitution statute code directive
        regulation law resolution ordinance decree
    """,
    "selves": """
        plan agreement accord document text draft proposal memorandum declaration framework treaty protocol
        convention instrument
    """,
    "closers": """
        of above below hereof herein in on at by for from with without under as is are was were be been
        being has have had do does did shall should will would may might can could must apply applies
        applied also then when where which who that if unless until after before cease ceases remain remains
        enter enters end ends lapse lapses require requires provide provides continue continues not only
        respectively concerning regarding always sometimes towards besides whereas thus plus versus perhaps afterwards
        inclusive mutatis to and or nor but the this these into than
        govern governs regulate regulates concern concerns cover covers define defines contain contains describe
        describes list lists set sets refer refers relate relates lay lays establish establishes permit permits allow
        allows prohibit prohibits forbid forbids bind binds give gives grant grants extend extends replace replaces
        amend amends supersede supersedes prevail prevails impose imposes limit limits exempt exempts entitle entitles
        take takes make makes come comes become becomes form forms constitute constitutes expire expires mean means
    """,
    "counted_endings": "s",
    "or_endings": "s",
    "bare_subjects": "yes",
    "capitals_counted": "yes",
    "streets_after": "street st. road rd. avenue ave. boulevard blvd. lane drive quay terrace crescent",
    "series": "Pub.L. S.I. S.R.O.",
    "reporters": "U.S.C. C.F.R. F.R. Fed.Reg. Stat. U.N.T.S.",
}
