"""The words that references are written with in German."""

WORDS = {
    "provisions": """
        article: artikel artikels art. | artikel artikeln
        point: punkt punktes ziffer ziff. nummer nr. | punkte punkten ziffern nummern
        paragraph: absatz absatzes abs. | absätze absätzen
        subparagraph: unterabsatz unterabs. | unterabsätze unterabsätzen
        section: abschnitt abschnitts | abschnitte abschnitten
        clause: klausel | klauseln
        rule: regel | regeln
        item: buchstabe buchst. lit. | buchstaben
        chapter: kapitel kapitels kap. | kapitel kapiteln
        annex: anhang anlage anhangs | anhänge anlagen anhängen
        part: teil teils |
        sentence: satz |
    """,
    "acts": """
        resolution: resolution | resolutionen
        regulation: verordnung | verordnungen
        directive: richtlinie | richtlinien
        decision: beschluss | beschlüsse
    """,
    "labels": """
        version: version fassung | versionen
        page: seite s. | seiten
        footnote: fußnote fn. | fußnoten
        class: klasse | klassen
    """,
    "number_signs": "nr nrn",
    "ands": "und sowie",
    "ors": "oder bzw und/oder",
    "ranges": "bis",
    "of": "des der von vom",
    "to": "zu zum zur in im",
    "articles": "des der dem den die das",
    "here": "dieses dieser diesem vorliegenden",
    "here_after": "oben unten",
    "acts_named": "vertrag vertrags abkommen charta protokoll gesetz verfassung statut richtlinie verordnung",
    "selves": """
        plan plans vertrag vertrags vereinbarung abkommens abkommen dokument dokuments entwurf entwurfs
    """,
    "closers": """
        des der dieses dieser ist sind war waren wird werden gilt gelten bleibt bleiben kann können muss
        müssen soll sollen findet finden nicht und oder oben unten im in die das den dem an am auf aus bei bis durch
        für gegen gemäß mit nach ohne seit unter vom von vor zu zum zur über als auch aber nur noch wenn falls sowie
        hier sofern
    """,
    "verb_endings": "en n t",
    "bare_subjects": "yes",
    "capitals_counted": "yes",
    "street_endings": "straße strasse allee gasse platz",
}
