/**
 * Our own list. `forms = plain` fits as it is; `forms > plain` asks for another form or another sentence, so that only
 * a person can replace it. Forms are divided by `|`.
 */
export const plainWordList = `
aangaande = over
aangezien = omdat
aanmerkelijk|aanmerkelijke > veel, groot
aanvang|de aanvang > begin
aanvangen|vangt aan > beginnen
aanwenden|aangewend > gebruiken
abusievelijk = per ongeluk
achten|acht het|achten wij > vinden
additioneel|additionele = extra
adequaat|adequate > goed
afdoende > genoeg
afschrift|afschriften > kopie
afwijzend > niet akkoord
alsmede = en ook
alsook = en ook
alvorens = voordat
ambtshalve > uit onszelf
anderszins = anders
aldus > zo
alhoewel = hoewel
alwaar = waar
bedoelde > die, dat
begunstigde|begunstigden > wie het geld krijgt
behelst|behelzen > gaat over
behoeve van|ten behoeve van = voor
behoudens = behalve
bekrachtigen|bekrachtigd > goedkeuren
belanghebbende|belanghebbenden > u, wie het aangaat
belemmering|belemmeringen > wat u hindert
beogen|beoogt|beoogde > willen, doel
berusten|berust op > komt door
beschikking|beschikkingen > besluit
beschikt over|beschikken over|beschikken > hebben
bescheiden > papieren
bepaalde in|het bepaalde in > wat staat in
bevoegd gezag > wie mag beslissen
bewerkstelligen|bewerkstelligd > zorgen voor
bezigen|bezigt > gebruiken
bezwaarlijk > moeilijk
bijgevolg = dus
bijgaand|bijgaande > bij deze brief
billijk|billijke|billijkheid > eerlijk
bovengenoemde|bovenstaande|bovenvermelde > deze, die
casu quo|c.q. = of
coulance|coulant|coulante > soepel
conform = volgens
consequentie|consequenties > gevolg
continueren|gecontinueerd > doorgaan
daadwerkelijk|daadwerkelijke > echt
danwel = of
deswege = daarom
derhalve = daarom
dermate = zo
desalniettemin|desniettemin = toch
desbetreffende|betreffende > deze, over
desgevraagd > als wij het vragen
desgewenst = als u wilt
dienaangaande = daarover
dient te|dienen te|diende te|dient u > moeten
dientengevolge = daardoor
discrepantie|discrepanties > verschil
doch = maar
doorgaans = meestal
draagkracht > wat u kunt betalen
draagt zorg voor|zorg dragen voor > zorgt voor
dwangsom|dwangsommen > bedrag per dag
echter > maar
eerdergenoemde|eerder genoemde > die
eenmalig|eenmalige > één keer
effectueren|geëffectueerd > uitvoeren
eveneens = ook
evenwel > maar
evident|evidente > duidelijk
exact|exacte > precies
expliciet|expliciete > duidelijk
factureren|gefactureerd > een rekening sturen
faciliteren|faciliteert > helpen, mogelijk maken
gedurende > tijdens, lang
geëigend|geëigende > goed
gehouden zijn|gehouden bent|bent gehouden|is gehouden > moeten
gelet op > door
gemachtigde|gemachtigden > wie u helpt en voor u mag beslissen
genoemde|voornoemde > deze, die
genoodzaakt > moeten
gerechtigd > mogen
geschiedt|geschieden|geschiedde > gebeurt
gevergd|vergen|vergt > vragen
gezien het feit dat|gelet op het feit dat|vanwege het feit dat = omdat
grondslag|grondslagen > reden, regel
herziening|herzieningen > verandering
herzien > veranderen
hetgeen = wat
heden = vandaag
hieromtrent = hierover
hierbij > met deze brief
honoreren|gehonoreerd|honoreert > toestaan
implementeren|implementatie|geïmplementeerd > invoeren
impliceren|impliceert > betekenen
in acht nemen|in acht genomen|met inachtneming van > rekening houden met
in casu = hier
in geval van = bij
in het kader van > voor
in kennis stellen|in kennis gesteld > laten weten
in mindering brengen|in mindering gebracht > aftrekken
in overeenstemming met = volgens
in overweging nemen|in overweging genomen > bekijken
in te dienen|indienen|ingediend|dient in > sturen
in verband met > door
inachtneming > rekening houden met
incidenteel|incidentele > af en toe
indicatie|indicaties > toestemming
indien = als
informeren over > vertellen over
ingevolge = volgens
initieel|initiële > eerste
initiëren|geïnitieerd > beginnen
instantie|instanties > organisatie
integraal|integrale > heel
innen|invordering|invorderen > ophalen
inzage > bekijken
inzake = over
jegens = tegenover
jongstleden|jl. > de laatste
jurisprudentie > eerdere uitspraken van de rechter
kenbaar maken|kenbaar gemaakt|kenbaar > laten weten
kennisgeving|kennisgevingen > bericht
kennisnemen|kennis nemen|kennisgenomen > lezen
krachtens = volgens
kwijtschelding|kwijtschelden > u hoeft niet te betalen
matigen|gematigd|matiging > lager maken
mededelen|medegedeeld|meedelen|meegedeeld|mededeling|mededelingen > laten weten
mede = ook
medio = half
mits = alleen als
middels|door middel van = met
momenteel = nu
mutatie|mutaties > verandering
naar aanleiding van = door
nadien = daarna
nalaten|nagelaten > niet doen
namens deze > namens
neerwaarts|neerwaartse > lager
niet-ontvankelijk|niet ontvankelijk > wij kunnen het niet bekijken
niettegenstaande = ondanks
niettemin = toch
nihil = nul
noodzakelijk|noodzakelijke > nodig
noodzakelijkerwijs > nodig
nopen|noopt > dwingen
nochtans = toch
omtrent = over
onderhavig|onderhavige > deze
onderscheidenlijk|respectievelijk > en
ongegrond > u krijgt geen gelijk
onevenredig|onevenredige > te zwaar
ontberen|ontbeert > niet hebben
ontheffing|ontheffingen > u hoeft zich niet aan de regel te houden
onverminderd > ook
onverschuldigd|onverschuldigde > wat u kreeg zonder recht
onverwijld|terstond|per omgaande = meteen
ontvankelijk > wij bekijken het
ondergetekende > ik
op basis van|op grond van = volgens
op voorhand = vooraf
opgave doen|opgave > laten weten
opschorten|opgeschort|opschorting > stoppen, later doen
opteren|opteert > kiezen
overeenkomstig = volgens
overleggen van|overgelegd > laten zien
overschrijden|overschreden|overschrijding > te laat zijn
participeren|participatie|participeert > meedoen
per abuis = per ongeluk
prevaleren|prevaleert > gaat voor
primair|primaire > eerste
prioriteit|prioriteiten > wat voorgaat
procederen|procedure|procedures > stappen, zaak
proportioneel|proportionele|disproportioneel > niet te zwaar
raadplegen|geraadpleegd > bekijken, vragen
rechthebbende|rechthebbenden > wie er recht op heeft
rechtsmiddel|rechtsmiddelen > wat u kunt doen
rectificeren|gerectificeerd|rectificatie > verbeteren
reeds = al
rekening houdend met|rekening houdende met > wij kijken naar
relevant|relevante > belangrijk
respecteren|gerespecteerd > zich houden aan
restitueren|gerestitueerd|restitutie > terugbetalen
resumerend = kortom
retourneren|geretourneerd|retour > terugsturen
schriftelijk|schriftelijke > in een brief
significant|significante > groot
sommeren|gesommeerd|sommatie > dwingen te betalen
spoedig|spoedige > snel
strekt tot|strekken tot|strekking > is bedoeld voor
strekkende > bedoeld om
subsidiair|subsidiaire > als dat niet kan
substantieel|substantiële > groot
te allen tijde = altijd
te dien aanzien > wat dat betreft
te dien einde = daarvoor
te zijner tijd|t.z.t. = later
ten aanzien van|met betrekking tot|m.b.t.|terzake|ter zake van = over
ten einde|teneinde = om
ten gevolge van = door
ten laste van > betaald door
ten onrechte = onterecht
ten opzichte van = vergeleken met
ten tijde van = tijdens
tengevolge van = door
tenuitvoerlegging > uitvoeren
ter hand stellen|ter hand gesteld > geven
ter plaatse = daar
ter vergadering > in de vergadering
ter voldoening aan > om te voldoen aan
termijn|termijnen > tijd
terugvordering|terugvorderen|teruggevorderd|terugvorderingen > geld terugvragen
tevens = ook
thans = nu
toekennen|toegekend|toekenning|toekent > geven
toereikend|toereikende|ontoereikend|ontoereikende > genoeg, niet genoeg
toetsen|getoetst|toetsing > bekijken
toezenden|toegezonden|toezending > sturen
tot op heden = tot nu toe
trachten|tracht|trachtte > proberen
uit hoofde van = door
uiteenzetten|uiteengezet|uiteenzetting > uitleggen
uiterlijk op = niet later dan
uitsluitend = alleen
urgent|urgente > dringend
van oordeel|van mening > vinden
van rechtswege > vanzelf volgens de wet
van toepassing > geldt
vanaf heden = vanaf nu
verbeurd|verbeuren > moeten betalen
verdisconteren|verdisconteerd > meetellen
vereist|vereiste|vereisten|vereisen > nodig
verhalen op > terugvragen
verlenen|verleend|verleent|verlening > geven
vermelden|vermeld|vermeldt > noemen
verrekenen|verrekend|verrekening > aftrekken
verschoonbaar|verschoonbare|verschoonbaarheid > niet uw schuld
verschuldigd|verschuldigde > moeten betalen
verstrekken|verstrekt|verstrekte|verstrekking > geven
vertegenwoordiger|vertegenwoordigers > wie u helpt
verwijtbaar|verwijtbare|verwijtbaarheid > uw schuld
verzoeken|verzocht|verzoekt|verzoeke > vragen
vigerend|vigerende > die nu geldt
volledigheidshalve = voor de zekerheid
voldoen|voldaan|voldoening > betalen, doen wat moet
voornemens|voornemen > van plan
voorts = ook
vooralsnog = voor nu
voorziening|voorzieningen > hulp
vordering|vorderingen > wat u moet betalen
waarborgen|waarborgt|gewaarborgd > zorgen voor
wederom = weer
wegens = door
weigeringsgrond|weigeringsgronden > reden om nee te zeggen
wenselijk|wenselijke > beter
werkzaam > werkt
wijziging|wijzigingen|wijzigen|gewijzigd > verandering
woonachtig > woont
zienswijze|zienswijzen > wat u ervan vindt
zodanig|zodanige > zo
zorgdragen > zorgen
zulks = dat
zwaarwegend|zwaarwegende > heel belangrijk
`;
