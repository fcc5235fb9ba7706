# ruff: noqa: E501 - one line a thing said is easier to read than several
"""Pieces that cover every block: plausible ones in French and English, and extreme ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from canvas.domain.messages import say
from canvas.domain.story import (
    Banner,
    Bullets,
    Cards,
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Decision,
    FigureCard,
    Figures,
    Gap,
    Item,
    Ladder,
    Month,
    Panel,
    Piece,
    Profile,
    Quadrants,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    Triangle,
)

TODAY = dt.date(2026, 10, 5)

HOSTILE = (
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)",
    "<script>alert(1)</script> & <b>gras</b>",
    "**Markdown** _et_ [lien](https://example.org?a=1&b=2) $x^2$",
    "Émojis 🥐🥖👩‍🍳🇫🇷 et drapeaux",
    "مخبز الميناء يفتح كل صباح",
    "港のパン屋は毎朝七時に開きます",
    "{title} {0} %s None nan",
    "Aveclongmotsansespace" * 12,
    "ligne une\nligne deux\n\nligne quatre",
    "\u200b\ufeff ",
    "https://example.org/un/chemin/tres/long?avec=des&parametres=nombreux#ancre",
)
"""Texts that a user may paste, after the gate that cleans what comes in."""

_FRENCH_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin",
                  "juil.", "août", "sept.", "oct.", "nov.", "déc.")  # fmt: skip


def items(*texts: str | tuple[str, str] | tuple[str, str, int]) -> list[Item]:
    """Return items from texts, or (text, detail[, weight])."""
    return [Item(text) if isinstance(text, str) else Item(*text) for text in texts]


def plausible() -> list[Piece]:
    """What a bakery's strategy says, every block once."""
    swot = Quadrants(
        [
            Panel("Forces", items(
                ("Savoir-faire rare : pain au levain, 100 % farines locales", "enquête clients, mars 2026", 5),
                ("Boulangère à l’aise en vidéo et déjà suivie par la presse", "", 4),
                ("Base de 1 300 clients joignables par courriel", "", 3),
                ("Fournil visible depuis la rue : matière à coulisses", "", 2),
            ), Tone.STRENGTH),
            Panel("Faiblesses", items(
                ("Page Facebook à l’arrêt depuis juin 2025", "", 4),
                ("Aucune mesure des commandes issues des réseaux", "", 4),
                ("Une seule personne, 5 h par semaine", "", 3),
            ), Tone.WEAKNESS),
            Panel("Opportunités", items(
                ("Le port se remplit de juin à septembre", "office de tourisme, 2025", 4),
                ("Aucun concurrent ne montre son fournil", "", 3),
                ("Restaurants en quête de pains spéciaux", "", 3),
            ), Tone.OPPORTUNITY),
            Panel("Menaces", items(
                ("Portée organique de Facebook en recul", "", 3),
                ("Ouverture d’un terminal de cuisson à 300 m", "mairie, permis du 4 mars", 5),
            ), Tone.THREAT),
        ],
        rows=("Interne", "Externe"),
        columns=("Ce qui nous aide", "Ce qui nous freine"),
    )  # fmt: skip
    accounts = Table(
        [Column("Compte", 2), Column("Abonnés", 1, figures=True), Column("Publications par mois", 1, figures=True),
         Column("Engagement", 1, figures=True), Column("Ce que nous en faisons", 2.5)],
        [
            [Cell("Instagram", strong=True), "2 140", "9", "4,8 %", Cell("Principal", Tone.GOOD)],
            [Cell("Facebook", strong=True), "1 310", "1", "0,9 %", Cell("À ranimer", Tone.WATCH)],
            [Cell("Google Business Profile", strong=True), "–", "2", "–", "À tenir à jour chaque semaine"],
            [Cell("TikTok", strong=True), "86", "0", "–", Cell("À fermer", Tone.BAD)],
        ],
    )  # fmt: skip
    matrix = Table(
        [Column("Réseau", 1.6), *[Column(name, 1.2) for name in (
            "Présence de la cible", "Adéquation au contenu", "Potentiel de commandes",
            "Effort supportable", "Avance sur les concurrents")], Column("Total", 0.9, figures=True),
         Column("Décision", 1.2)],
        [
            [Cell(name, strong=True), *[Cell(str(n), heat=n / 5) for n in notes], total,
             Cell(*decision)]
            for name, notes, total, decision in (
                ("Instagram", (5, 5, 4, 4, 4), "4,5", ("Principal", Tone.ACCENT)),
                ("Google", (4, 3, 5, 5, 2), "4,0", ("Principal", Tone.ACCENT)),
                ("Facebook", (4, 3, 3, 3, 2), "3,1", ("Défensif", Tone.NEUTRAL)),
                ("LinkedIn", (1, 2, 2, 3, 5), "2,3", ("Défensif", Tone.NEUTRAL)),
                ("TikTok", (2, 4, 1, 1, 1), "1,8", ("Non retenu", Tone.NEUTRAL)),
            )
        ],
    )  # fmt: skip
    october = Month(2026, 10, [
        (dt.date(2026, 10, day), Item(text, network))
        for day, text, network in (
            (1, "La fournée de 4 h du matin", "IG"), (2, "Pain du mois : seigle et noix", "IG"),
            (2, "Horaires de la Toussaint", "GB"), (6, "Portrait de Karim, le meunier", "IG"),
            (8, "Question du jeudi : quelle farine ?", "FB"), (9, "Coulisses du levain", "IG"),
            (13, "Recette de pain perdu", "IG"), (15, "Commande des restaurants", "LI"),
            (16, "Avant et après la cuisson", "IG"), (20, "Portrait d’une cliente", "FB"),
            (22, "Fournée de nuit en direct", "IG"), (23, "Le sandwich du port", "GB"),
            (27, "Farine locale : la preuve", "IG"), (30, "Brioche d’Halloween", "IG"),
            (30, "Concours de la citrouille", "FB"), (31, "Ouverture exceptionnelle", "GB"),
        )
    ])  # fmt: skip
    return [
        Slide(
            Section.SITUATION, say("Notre savoir-faire est une avance que personne n’occupe encore sur les réseaux"),
            swot, source="atelier d’audit du 8 septembre 2026",
            notes=["Les constats sont rangés par poids, de 5 à 1."], step="audit",
        ),
        Slide(Section.SITUATION, say("Instagram porte l’engagement : un compte à ranimer, un autre à fermer"),
              accounts, source="statistiques des comptes, relevé du 2 octobre 2026", step="audit"),
        Slide(
            Section.SITUATION, say("Nous avons la moitié des abonnés du premier, et deux fois son engagement"),
            Chart(
                ChartKind.BARS, ["Boulangerie du Port", "Maison Le Goff", "Pain & Cie", "La Mie de Quai", "Terminal Express"],
                [Series("Abonnés", [3536, 7200, 4100, 1900, 800])],
                remarks=items(
                    "Maison Le Goff domine par l’audience, sans vidéo",
                    ("Personne ne montre son fournil", "4 comptes lus le 2 octobre"),
                    "Notre engagement est de 4,8 %, contre 2,1 % en moyenne",
                ),
            ), source="pages publiques des concurrents, relevé du 2 octobre 2026", step="competitors",
        ),
        Slide(
            Section.SITUATION, say("Sept abonnés sur dix nous suivent sur Instagram"),
            Chart(
                ChartKind.STACKED, ["Nous", "Le Goff", "Pain & Cie", "La Mie"],
                [Series("Instagram", [2140, 5200, 1800, 900]), Series("Facebook", [1310, 1500, 2100, 1000]),
                 Series("TikTok", [86, 500, 200, None])],
                remarks=items("Facebook pèse encore la moitié de l’audience de Pain & Cie"),
            ), step="competitors",
        ),
        Slide(
            Section.SITUATION, say("Le Goff domine par l’audience, mais nos publications sont plus partagées"),
            ChartTable(
                Chart(
                    ChartKind.STACKED, ["Boulangerie du Port", "Maison Le Goff", "Pain & Cie", "La Mie de Quai", "Terminal Express"],
                    [Series("Instagram", [2140, 5200, 1800, 900, 500]), Series("Facebook", [1310, 1500, 2100, 1000, 300]),
                     Series("TikTok", [86, 500, 200, None, None])],
                    remarks=items("63 % de l’audience des concurrents se trouve sur Instagram",
                                  "De tous les abonnés comptés sur Instagram, 20 % sont à nous"),
                ),
                Table(
                    [Column("Concurrent", 2), *[Column(name, 1.1, figures=True) for name in (
                        "Instagram", "Facebook", "TikTok", "Tous les réseaux", "Partages par publication")], Column("Blog", 1.4)],
                    [[Cell(name, heat=tint, strong=True), *[Cell(text, heat=tint) for text in rest]] for name, tint, *rest in (
                        ("Boulangerie du Port", 0.15, "2 140", "1 310", "86", "3 536", "4,2", "De temps en temps"),
                        ("Maison Le Goff", None, "5 200", "1 500", "500", "7 200", "3,7", "Environ tous les mois"),
                        ("Pain & Cie", None, "1 800", "2 100", "200", "4 100", "4", "Pas de blog"),
                        ("La Mie de Quai", None, "900", "1 000", "", "1 900", "0,8", "Pas de blog"),
                        ("Terminal Express", None, "500", "300", "", "800", "1,1", "Pas de blog"),
                    )],
                ),
            ), source="pages publiques, relevé du 2 octobre 2026", step="audit",
        ),
        Slide(
            Section.METHOD, say("Un contenu pour chaque étape d’achat ; 2 sont à créer"),
            Table([Column("Étape d’achat"), Column("Nora", 2.4), Column("Yann", 2.4)], [
                [Cell("Compare les solutions", strong=True),
                 Cell("", items=items(("Carrousel : seigle ou froment ?", "→ Enregistrez pour dimanche · Instagram · Existe"))),
                 Cell("", items=[
                     Item("Article : pourquoi le levain", "→ Venez goûter · Blog · À créer", tone=Tone.WATCH),
                     Item("Vidéo : la cuisson", "→ Écrivez-nous · Facebook · Existe")])],
                [Cell("Fan", strong=True), Cell("Pas encore de contenu", Tone.WATCH), "–"],
            ]), step="personas",
        ),
        Slide(
            Section.MEANS, say("Nora répond aux plaintes courantes ; Karim prend le relais quand cela devient grave"),
            Ladder([
                Panel("Niveau 1", items(("Un client mécontent", "Une critique, un ton calme"), ("Nora répond", "Sous le commentaire, puis en privé"))),
                Panel("Niveau 2", items(("La critique se répand", "Cinq commentaires en une heure"), "Nora répond", "Puis appeler Karim"), Tone.WATCH),
                Panel("Niveau 3", items(("Une question de santé", "La presse appelle"), "Karim répond", "Publications suspendues"), Tone.BAD),
            ], "De plus en plus grave →"), step="attitudes",
        ),
        Slide(
            Section.AMBITION, say("La mission : faire venir au fournil celles et ceux qui passent devant"),
            Banner(
                "Faire entrer chaque semaine cinquante passants du port dans la boulangerie, en leur montrant le pain qui se fait.",
                [
                    Panel("Faire connaître", items("Montrer le fournil deux fois par semaine")),
                    Panel("Faire venir", items("Annoncer la fournée chaque matin", "Tenir les horaires à jour")),
                    Panel("Faire revenir", items("Répondre à tous les avis sous 24 h")),
                ],
            ), step="objectives",
        ),
        Slide(
            Section.AMBITION, say("Un temps fort par trimestre, du levain à la table d’été"),
            Cards([
                Panel("Premier trimestre : le levain", items("Portrait de la mère", "Atelier du samedi")),
                Panel("Deuxième trimestre : la saison", items("Pains à emporter au large", "Carte des plages")),
                Panel("Troisième trimestre : la table", items("Restaurants partenaires", "Recettes de chefs")),
                Panel("Quatrième trimestre : les fêtes", items("Précommandes de brioches", "Calendrier de l’Avent")),
            ]), step="objectives",
        ),
        Slide(
            Section.AMBITION, say("Trois objectifs relient chaque réseau à un résultat"),
            Bullets([
                Panel("D’ici mars", items(("50 visites par semaine venues des réseaux", "Nora, comptage en caisse"),
                                          ("300 avis Google", "212 aujourd’hui")), Tone.ACCENT),
                Panel("D’ici juin", items(("10 restaurants clients", "3 aujourd’hui"),
                                          ("4 000 abonnés Instagram", "2 140 aujourd’hui"))),
                Panel("D’ici décembre", items(("500 brioches précommandées", "180 en 2025"))),
            ]), step="objectives",
        ),
        Slide(
            Section.AUDIENCE, say("Nora : voir le pain se faire la décide à entrer"),
            Profile(
                "Nora", ["38 ans, infirmière au port", "Persona principal"],
                "Je veux savoir ce que mes enfants mangent, et je n’ai pas le temps de chercher",
                [
                    Panel("Besoins", items("Du pain à 7 h, en sortant de garde", "Savoir d’où vient la farine")),
                    Panel("Envies", items("Faire plaisir le dimanche", "Soutenir un commerce du quartier")),
                    Panel("Freins", items("La file du samedi", "Le prix du pain spécial")),
                    Panel("Médias", items("Instagram, tous les soirs", "Google, pour les horaires")),
                    Panel("Parcours", items("Voit une vidéo, vérifie l’heure, entre, revient")),
                    Panel("Ce que nous lui disons", items("« Votre pain sort à 6 h 40 »")),
                ],
            ), source="10 clientes interrogées, août 2026", step="personas",
        ),
        Slide(Section.METHOD, say("Instagram et Google concentrent l’effort, les autres restent défensifs"),
              matrix, source="notes de 0 à 5 par l’équipe, total pondéré", step="networks"),
        Slide(Section.METHOD, say("Octobre 2026 : 16 publications prévues"), october,
              source="calendrier éditorial du classeur", step="plan"),
        Slide(
            Section.MEANS, say("Nous choisissons d’y mettre du temps, un budget modéré, et de la patience"),
            Triangle(
                ("Temps interne", "Budget", "Patience"), (0.55, 0.30, 0.15),
                [
                    Panel("Ce que nous y mettons", items("5 h par semaine, dont 2 h de réponses", "150 € par mois d’annonces en saison")),
                    Panel("Si l’on réduit", items("Sans annonces : 20 visites de moins par semaine"), Tone.WATCH),
                ],
            ), source="règle des trois contraintes", step="resources",
        ),
        Slide(
            Section.MEANS, say("Trois indicateurs suffisent pour juger la stratégie chaque mois"),
            Figures([
                FigureCard("Visites venues des réseaux", "26 par semaine", ["+18 % en un mois", "Cible 40, atteinte à 65 %"],
                           _FRENCH_MONTHS, [Series("Visites", [8, 10, 10, 10, 12, 11, 14, 15, 17, 20, 22, 26]),
                                            Series("Cible", [40] * 12, dashed=True)], Tone.WATCH),
                FigureCard("Avis Google", "212", ["+11 en un mois", "Cible 300, atteinte à 71 %"],
                           _FRENCH_MONTHS, [Series("Avis", [150, 154, 160, None, None, 171, 178, 186, 190, 199, 201, 212]),
                                            Series("Cible", [300] * 12, dashed=True)]),
                FigureCard("Taux d’engagement", "4,8 %", ["Au-dessus de la cible", "Cible 4,0 %, relevé mensuel"],
                           _FRENCH_MONTHS, [Series("Taux", [3.1, 3.4, 3.3, 3.6, 3.9, 3.8, 4.0, 4.1, 4.3, 4.2, 4.5, 4.8]),
                                            Series("Cible", [4.0] * 12, dashed=True)], Tone.GOOD),
            ]), source="caisse, Google, Instagram ; relevés mensuels", step="measure",
        ),
        Slide(
            Section.MEANS, say("L’audience a doublé en un an, portée par Instagram"),
            Chart(
                ChartKind.LINES, _FRENCH_MONTHS,
                [Series("Instagram", [900, 980, 1050, 1100, 1240, 1400, 1520, 1660, 1800, 1910, 2050, 2140]),
                 Series("Facebook", [1290, 1295, 1300, 1300, 1301, None, None, 1305, 1306, 1308, 1309, 1310]),
                 Series("Objectif Instagram", [2500] * 12, dashed=True)],
                remarks=items("Chaque série de coulisses gagne 90 abonnés", "Facebook stagne depuis l’arrêt"),
            ), source="statistiques Instagram et Facebook", step="measure",
        ),
        Slide(
            Section.SUMMARY, say("Deux réseaux et 5 h par semaine doivent amener 50 visites d’ici mars"),
            Bullets([Panel("", items(
                ("Nous avons un savoir-faire que personne d’autre ne montre", "SWOT, septembre 2026"),
                ("Nous voulons cinquante visites par semaine venues des réseaux", "contre 26 aujourd’hui"),
                ("Nous parlons d’abord à Nora, qui passe devant à 7 h", ""),
                ("Instagram et Google portent l’effort ; TikTok ferme", ""),
                ("Il y faut 5 h par semaine et 150 € par mois en saison", ""),
            ))]),
        ),
        Decision("Fermer le compte TikTok", "86 abonnés, aucune publication depuis mai", "Karim", dt.date(2026, 10, 15), "audit"),
        Decision("Confier les réponses aux avis à Nora", "24 h de délai au lieu de 6 jours", "Karim", dt.date(2026, 10, 15), "attitudes"),
        Decision("Ouvrir un budget d’annonces de 150 € par mois", "Il vaut 20 visites par semaine en saison", "", None, "resources"),
        Gap(say("The competitors’ comparison"), say("Without it, nobody knows which ground is free."), "competitors"),
        Gap(say("The crisis plan"), say("A single bad review at night would have no answer."), "attitudes"),
    ]  # fmt: skip


def extreme() -> list[Piece]:
    """Far too much of everything, and hostile words."""
    long_text = (
        "Une phrase qui n’en finit pas, avec des incises (et des parenthèses), des chiffres comme "
        "12 345,67 €, des tirets – longs – et des mots anticonstitutionnellement interminables ; elle "
        "continue au-delà de ce qu’une diapositive peut porter : personne ne la lira, mais rien "
        "ne doit se perdre."
    )
    many = [Item(f"{n}. {long_text}", f"détail {n}", n % 6) for n in range(1, 21)]
    hostile = [Item(text, HOSTILE[-at - 1], at % 6) for at, text in enumerate(HOSTILE)]
    tones = (Tone.STRENGTH, Tone.WEAKNESS, Tone.OPPORTUNITY, Tone.THREAT)
    novel = "\n".join([long_text] * 60)
    names = [f"Catégorie au nom fort long numéro {n} {HOSTILE[n % 12][:30]}" for n in range(40)]
    rows = [[f"Ligne {n}", HOSTILE[n % 12], Cell(long_text, tones[n % 4]), str(n * 1234),
             Cell(str(n % 6), heat=n % 6 / 5)] for n in range(90)]  # fmt: skip
    return [
        Slide(Section.SITUATION, say("Titre {words}", words=long_text),
              Quadrants([Panel(HOSTILE[2], many, tone) for tone in tones], rows=(long_text, "Externe"),
                        columns=("Ce qui nous aide", HOSTILE[8])), source=novel, notes=[novel]),
        Slide(Section.SITUATION, say("Quadrants hostiles"),
              Quadrants([Panel(tone.value, hostile if at < 3 else [], tone) for at, tone in enumerate(tones)],
                        rows=("Interne", "Externe"), columns=("Aide", "Freine"))),
        Slide(Section.SITUATION, say("Titre {words}", words=long_text), Bullets(
            [Panel("Un", many), Panel(HOSTILE[8], hostile, Tone.BAD), Panel("Vide"), Panel("Roman", [Item(novel)])])),
        Slide(Section.AMBITION, say("Cartes"), Cards([Panel(f"Carte {n}", many[: n * 2]) for n in range(9)])),
        Slide(Section.AMBITION, say("Une seule carte"), Cards([Panel("Seule", items("Un mot"))])),
        Slide(Section.AMBITION, say("Bannière"), Banner(long_text * 3, [Panel(f"P{n}", hostile) for n in range(4)])),
        Slide(Section.AMBITION, say("Bannière sans fin"), Banner(novel, [Panel("P", items("a"))])),
        Slide(Section.AMBITION, say("Bannière nue"), Banner("Vendre du pain.")),
        Slide(Section.AUDIENCE, say("Personne"), Profile(
            HOSTILE[8], [long_text, *HOSTILE], long_text * 3, [Panel(f"P{n}", many[:7]) for n in range(8)])),
        Slide(Section.AUDIENCE, say("Personne vide"), Profile("", [], "", [])),
        Slide(Section.AUDIENCE, say("Personne arabe"), Profile(HOSTILE[5], [HOSTILE[6]], HOSTILE[5], [Panel(HOSTILE[5], hostile)])),
        Slide(Section.METHOD, say("Table {words}", words=HOSTILE[0]), Table(
            [Column("Nom", 2), Column("Hostile", 2), Column("Long", 5), Column("Chiffre", 1, figures=True), Column("Chaleur", 1)], rows)),
        Slide(Section.METHOD, say("Table au roman"), Table([Column("A", 1), Column("B", 9)], [["x", novel], ["y", "z"]])),
        Slide(Section.METHOD, say("Table large"), Table(
            [Column(f"Colonne anticonstitutionnelle {n}", 1, figures=bool(n)) for n in range(14)],
            [[f"{m * n * 1_000_000}" for m in range(14)] for n in range(30)])),
        Slide(Section.METHOD, say("Table vide"), Table([Column("A"), Column("B")], [])),
        Slide(Section.METHOD, say("Février 2027"), Month(2027, 2, [
            (dt.date(2027, 2, 1 + n % 28), Item(long_text if n % 3 else HOSTILE[n % 12], "Instagram")) for n in range(250)])),
        Slide(Section.MEANS, say("Barres"), Chart(ChartKind.BARS, names, [Series("=1+1", [n * 10.5 for n in range(40)])], items(*HOSTILE))),
        Slide(Section.MEANS, say("Pile"), Chart(ChartKind.STACKED, names[:5], [Series(f"Série {n} {HOSTILE[n]}", [n + 1, None, 3, 0, 12]) for n in range(12)])),
        Slide(Section.MEANS, say("Lignes"), Chart(ChartKind.LINES, [f"s{n}" for n in range(120)],
              [Series("Part", [None if n % 7 == 0 else n / 120 for n in range(120)])], share=True)),
        Slide(Section.SITUATION, say("Pile et table"), ChartTable(
            Chart(ChartKind.STACKED, names, [Series(f"Série {n}", [n + 1.5] * 40) for n in range(12)], items(*HOSTILE)),
            Table([Column("Nom", 2), Column("Hostile"), Column("Long", 3), Column("Chiffre", 1, figures=True)], rows))),
        Slide(Section.SITUATION, say("Pile et petite table"), ChartTable(
            Chart(ChartKind.BARS, names[:8], [Series("Abonnés", [n * 1e6 for n in range(8)])], items(HOSTILE[8], long_text)),
            Table([Column("A"), Column("B", 1, figures=True)], [[HOSTILE[n], str(n)] for n in range(5)]))),
        Slide(Section.MEANS, say("Échelle sans fin"), Ladder([Panel(f"Niveau {n}", many[: n * 4]) for n in range(4)], long_text)),
        Slide(Section.MEANS, say("Échelle hostile"), Ladder([Panel(HOSTILE[8], items(*HOSTILE[n * 2: n * 2 + 2])) for n in range(5)], HOSTILE[8])),
        Slide(Section.MEANS, say("Échelle trop large"), Ladder([Panel(f"Niveau {n}", items("Un mot")) for n in range(9)])),
        Slide(Section.METHOD, say("Table de listes"), Table(
            [Column("Étape"), *[Column(f"P{n}", 2) for n in range(4)]],
            [[HOSTILE[n], *[Cell("", items=[*hostile[:m], *many[:m]]) for m in range(4)]] for n in range(6)])),
        Slide(Section.MEANS, say("Rien"), Chart(ChartKind.LINES, ["a", "b"], [Series("Vide", [None, None])], [Item(long_text)] * 9)),
        Slide(Section.MEANS, say("Sans catégorie"), Chart(ChartKind.BARS, [], [])),
        Slide(Section.MEANS, say("Chiffres"), Figures([
            FigureCard(long_text, long_text, [long_text, *HOSTILE], ["a", "b"], [Series("x", [1e9, -2e9])], Tone.BAD),
            FigureCard("Coût", "à mesurer"), FigureCard("", ""), FigureCard("a", "1 234 567 890 123 €"), FigureCard("b", "2"),
        ])),
        Slide(Section.MEANS, say("Triangle"), Triangle((long_text, HOSTILE[8], ""), (0.0, 0.0, 0.0), [Panel("P", many)])),
        Slide(Section.MEANS, say("Triangle nu"), Triangle(("Temps", "Budget", "Patience"), (1.0, 0.0, 0.0))),
        *[Decision(text, long_text, HOSTILE[8], TODAY) for text in HOSTILE],
        *[Gap(say("Gap {text}", text=text), say("Because {text}", text=long_text), "audit") for text in HOSTILE],
    ]  # fmt: skip


def english() -> list[Piece]:
    """A short deck in English."""
    return [
        Slide(Section.SUMMARY, say("Two networks and five hours a week must bring fifty visits by March"),
              Cards([Panel("Where", items("We don't show what nobody else has")),
                     Panel("What", items("Fifty visits a week")),
                     Panel("How", items("Instagram and Google first"))])),
        Slide(Section.MEANS, say("Half of the budget goes to photography"),
              Chart(ChartKind.BARS, ["Photos", "Ads", "Tools"], [Series("Share", [0.5, 0.3, 0.2])], share=True)),
        Slide(Section.MEANS, say("Sam takes over when it gets serious"),
              Ladder([Panel("Level 1", items(("A complaint", "Nora answers"))),
                      Panel("Level 2", items(("It spreads", "Sam answers")), Tone.BAD)], "More and more serious →")),
        Decision("Close the TikTok account", "86 followers", "Karim", dt.date(2026, 10, 15)),
        Gap(say("The SWOT"), say("Without it, nobody sees what the strategy builds on."), "audit"),
    ]  # fmt: skip


STEP_TITLES = {"audit": "Audit", "competitors": "Competitors", "attitudes": "Attitudes"}

ALL_LANGUAGES: Sequence[str] = ("fr", "en")
