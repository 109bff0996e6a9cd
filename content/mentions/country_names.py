"""Further names of countries, beside those of the list; names that are no countries; names that are words, too. Folded, without hyphens."""

FURTHER = """
AE: uae, eau, emirados arabes
AX: iles d'aland
BA: bosnia, bosnie, bosnia and herzegovina, bosnia y herzegovina
BL: san barthelemy
BN: brunei darussalam
BO: plurinational state of bolivia, estado plurinacional de bolivia, etat plurinational de bolivie
CC: iles des cocos
CD: dr congo, drc, rdc, rd congo, democratic republic of the congo, democratic republic of congo, congo kinshasa
CD: republica democratica do congo, republica democratica del congo, republique democratique du congo
CG: congo, republic of the congo, republica do congo, republica del congo, republique du congo, congo brazzaville
CI: ivory coast, cote d'ivoire, costa do marfim, costa de marfil
CN: people's republic of china, republica popular da china, republica popular china, republique populaire de chine
CV: cape verde, cap vert, cabo verde
CX: isla christmas
CZ: czech republic, republica checa, republica tcheca, republique tcheque
FK: malvinas, malouines, falkland islands malvinas, islas malvinas falkland, iles falkland malvinas
GB: uk, great britain, united kingdom of great britain and northern ireland, gra bretanha, gran bretana, grande bretagne
GB: reino unido de gran bretana e irlanda del norte, inglaterra, england, angleterre
GM: the gambia
GS: south georgia and the south sandwich islands, georgia del sur y las islas sandwich del sur
IR: islamic republic of iran, republica islamica do irao, republica islamica del iran, republique islamique d'iran
KG: kirghizistan, kirghizie
KN: st kitts and nevis, saint kitts y nevis, saint kitts e nevis, saint kitts et nevis, sao cristovao e nevis
KN: san cristobal y nieves
KP: north korea, democratic people's republic of korea, republica popular democratica de corea
KP: republique populaire democratique de coree, republica popular democratica da coreia
KR: south korea, republic of korea, republica da coreia, republica de corea, republique de coree, coreia do sul
KY: iles caimanes
KZ: kazajstan
LA: lao pdr, lao people's democratic republic, republica democratica popular lao, republique democratique populaire lao
LC: st lucia, saint lucia, santa lucia, sainte lucie
MD: republic of moldova, moldavia, moldavie, republica da moldavia, republica de moldova
MK: north macedonia, macedonia, macedoine
MM: burma, birmania, birmanie
MP: islas marianas septentrionales
NL: holland, holanda, hollande, paises bajos, paises bajos reino de los, pays bas royaume des, kingdom of the netherlands
NU: nioue
NZ: nueva zelandia
PN: pitcairn
PS: palestine, palestina, state of palestine, estado de palestina
RU: russian federation, federacao russa, federacao da russia, federacion de rusia, federation de russie
SA: kingdom of saudi arabia
ST: sao tome, sao tome and principe, sao tome et principe, santo tome y principe, santo tome, s tome e principe
SV: el salvador
SX: san martin parte holandesa
SY: syrian arab republic, republica arabe siria, republique arabe syrienne, republica arabe da siria
SZ: swaziland, suazilandia, swazilandia, essuatini, eswatini
TK: tokelaou
TL: east timor, timor leste, timor oriental, timor
TR: turkey, turkiye, turquia, turquie
TT: trinidad & tobago, trinidad y tobago, trinidad e tobago, trinidad et tobago, trindade e tobago, trinite et tobago
TT: trinidad y tabago
TZ: united republic of tanzania, republica unida de tanzania, republica unida da tanzania, republique unie de tanzanie
UM: united states minor outlying islands, islas menores alejadas de estados unidos
US: united states, united states of america, usa, eua, ee uu, eeuu, estados unidos, estados unidos da america
US: estados unidos de america, estados unidos de norteamerica, etats unis, etats unis d'amerique
VA: holy see, santa se, santa sede, saint siege, vaticano, vatican
VE: bolivarian republic of venezuela, republica bolivariana de venezuela, republica bolivariana da venezuela
VE: republique bolivarienne du venezuela
VI: united states virgin islands, islas virgenes de los estados unidos, iles vierges americaines
VN: viet nam, vietnam, vietname, vietna
"""
NO_COUNTRIES = """
northern ireland, irlanda do norte, irlanda del norte, irlande du nord, gulf of guinea, golfo da guine, golfo de guinea,
golfe de guinee, new guinea, nova guine, nueva guinea, gulf of mexico, golfo do mexico, golfo de mexico, golfe du mexique,
new mexico, novo mexico, nuevo mexico, san salvador, salvador da bahia, salvador de bahia, indian ocean, oceano indico,
panama canal, canal do panama, canal de panama, jordan river, rio jordao
"""
DOUBTFUL = {"reuniao", "reunion", "salvador", "jersey", "eau", "maurice", "georgia"}


def further_names() -> list[tuple[str, str]]:
    """Return (name, code) of every further name; a name that is no country has an empty code."""
    none = [(name.strip(), "") for name in NO_COUNTRIES.split(",")]
    rows = (line.partition(": ") for line in FURTHER.strip().splitlines())
    return none + [(name.strip(), code) for code, _mark, names in rows for name in names.split(",")]
