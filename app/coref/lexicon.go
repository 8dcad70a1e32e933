package coref

import (
	"strings"
	"sync"
)

// class says what a word can be the head of, or do before a name.
type class uint16

const (
	office   class = 1 << iota // a role that is held with a state or body: "minister"
	person                     // another person: "farmer", "man"
	group                      // more than one person: "troops"
	body                       // an organisation: "company"
	place                      // "country", "city"
	state                      // with place: one that may act
	rank                       // "Colonel", before a name
	title                      // "Mr", before a name
	modifier                   // before an office: "foreign", "deputy"
	media                      // the last word of a newspaper's or broadcaster's name
	male
	female
)

// The words by what they are. A plural with "s" is made for offices, persons,
// organisations and places; others stand here.
const (
	officeWords = `minister president premier chancellor governor mayor ambassador envoy consul commissioner secretary
secretary-general undersecretary speaker senator congressman:m congresswoman:f lawmaker legislator mp mep deputy leader chief head director
director-general chairman:m chairwoman:f chair chairperson ceo cfo coo cto executive officer manager founder co-founder cofounder owner partner
spokesman:m spokeswoman:f spokesperson official representative delegate negotiator mediator adviser advisor aide counsel counselor
counsellor attorney lawyer solicitor prosecutor judge justice magistrate commander chief-of-staff general admiral king:m queen:f prince:m
princess:f emir:m sultan:m shah:m emperor:m empress:f monarch crown pope:m archbishop bishop cardinal rabbi imam cleric priest pastor
professor lecturer dean rector principal teacher researcher scientist analyst analysist economist expert historian physicist biologist
engineer doctor physician surgeon nurse coach captain striker midfielder goalkeeper player athlete driver champion
candidate nominee frontrunner challenger incumbent activist campaigner organiser organizer editor editor-in-chief correspondent reporter
journalist columnist author writer novelist poet director-general producer actor actress:f singer musician composer artist
counterpart successor predecessor colleague treasurer inspector superintendent sheriff constable detective investigator
coordinator administrator vice-president policeman:m policewoman:f coroner registrar curator trustee baron:m baroness:f
parliamentarian councillor councilor alderman premier-elect president-elect pm dictator ruler strongman:m ayatollah:m founder-chairman
broker trader investor banker strategist consultant developer programmer designer chairman-designate vice-chairman`
	personWords = `man:m woman:f boy:m girl:f teenager student pupil farmer worker resident witness victim suspect defendant plaintiff accused
gunman:m attacker bomber hijacker passenger pilot soldier officer guard fisherman:m shopkeeper businessman:m businesswoman:f
entrepreneur billionaire millionaire tycoon father:m mother:f son:m daughter:f brother:m sister:f husband:m wife:f widow:f
widower:m uncle:m aunt:f neighbour neighbor friend lady:f gentleman:m survivor whistleblower refugee migrant prisoner detainee
hostage veteran volunteer celebrity star politician statesman:m diplomat murderer killer thief patient shareholder`
	groupWords = `people officials troops forces soldiers rebels militants terrorists extremists insurgents fighters police protesters
demonstrators residents villagers voters critics analysts experts scientists researchers authorities rescuers firefighters
families children women men lawmakers countries nations states powers governments companies firms airlines banks investors workers
employees passengers refugees migrants prisoners lawyers ministers leaders delegates delegations diplomats students fans traders
victims survivors relatives dealers manufacturers carriers users customers consumers shareholders farmers`
	bodyWords = `company firm corporation automaker carmaker manufacturer maker airline carrier retailer bank lender insurer
ministry department agency authority commission committee council court tribunal parliament senate congress assembly
government administration cabinet opposition party coalition alliance bloc union federation confederation association organisation
organization institute institution university college school hospital foundation charity group movement militia army navy
military regiment brigade embassy consulate mission delegation newspaper magazine broadcaster channel station network website
publisher club team league board fund exchange startup start-up conglomerate subsidiary unit division business operator provider
developer utility refiner supplier watchdog regulator police force church mosque ngo service bureau office secretariat giant
chipmaker drugmaker brewer studio label tabloid daily weekly junta regime faction syndicate cartel corp chain`
	placeWords   = `city town village capital region province island district county port neighbourhood neighborhood suburb area territory peninsula`
	stateWords   = `country nation state kingdom republic emirate sultanate homeland`
	rankWords    = `colonel col general gen major maj captain capt lieutenant lt lt-gen brigadier brig admiral adm commander cmdr sergeant sgt corporal private marshal commodore ensign lieutenant-colonel lieutenant-general brigadier-general major-general vice-admiral rear-admiral field`
	titleWords   = `mr:m mr.:m mrs:f mrs.:f ms:f ms.:f miss:f mx dr dr. prof prof. sir:m dame:f lord:m lady:f rev rev. reverend father:m sister:f st saint sheikh:m sheik:m shaikh:m ayatollah:m hojatoleslam:m haji:m hajji:m imam:m mullah:m maulana:m pope:m señor:m senor:m señora:f herr:m frau:f monsieur:m madame:f don:m doña:f hon hon. sen sen. rep rep. gov gov. pres pres. judge king:m queen:f prince:m princess:f emir:m sultan:m president premier chancellor senator governor mayor ambassador justice cardinal archbishop bishop professor u daw:f ko ma:f pak:m bu:f`
	mediaWords   = `news times post journal herald tribune telegraph guardian daily press observer mirror gazette broadcasting television tv radio`
	modifierText = `interior foreign defence defense prime vice deputy former ex acting interim finance transport health justice education
energy oil trade economy economic culture sports information communications agriculture environment labor labour housing tourism home
federal national chief executive senior top managing financial operating technical supreme special regional local permanent assistant
associate joint press police army military naval navy security intelligence opposition ruling rights human central party union village
district provincial presidential parliamentary minority majority house senate attorney crown general high commissioner cabinet
affairs external internal public domestic science technology industry commerce development planning water welfare social women's
electricity mines petroleum planning land lands investment climate immigration police counter-terrorism nuclear chief presiding
then current new newly incoming outgoing late veteran longtime long-time first second third fourth government state company bank
church school city campaign group ministry embassy air force media political religious spiritual military district veteran prominent leading
lead non-executive news sales arms operations systems logistics relations savings resources independent conservative labour liberal democratic republican socialist communist green center-right centre-right centre-left left-wing right-wing under permanent`
)

var lexicon = sync.OnceValue(func() map[string]class {
	m := map[string]class{}
	add := func(words string, c class, plural class) {
		for w := range strings.FieldsSeq(words) {
			w, sex, _ := strings.Cut(w, ":")
			k := c
			switch sex {
			case "m":
				k |= male
			case "f":
				k |= female
			}
			m[w] |= k
			if plural != 0 {
				p := w + "s"
				switch {
				case strings.HasSuffix(w, "man") && w != "shaman":
					p = w[:len(w)-2] + "en"
				case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ay") && !strings.HasSuffix(w, "ey"):
					p = w[:len(w)-1] + "ies"
				case strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "ss"):
					p = w + "es"
				}
				m[p] |= plural
			}
		}
	}
	add(officeWords, office, group)
	add(personWords, person, group)
	add(groupWords, group, 0)
	add(bodyWords, body, group)
	add(placeWords, place, 0)
	add(stateWords, place|state, group)
	add(rankWords, rank, 0)
	add(titleWords, title, 0)
	add(mediaWords, media, 0)
	add(modifierText, modifier, 0)
	// "police" acts as one; a force is a body; "general" is a rank before names.
	m["police"] = body | modifier
	m["press"], m["home"] = modifier, modifier
	return m
})

func words(text string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		m[w] = true
	}
	return m
}

// grammar holds the words that end a phrase, and those that begin one.
type grammar struct {
	determiners, possessives, prepositions, stops, says, clause, corporate, cues, policy, acts, official, past map[string]bool
	given                                                                                                      map[string]Gender
	agencies                                                                                                   map[string]bool
}

var gram = sync.OnceValue(func() *grammar {
	g := &grammar{
		determiners: words(`the a an this that these those another each every any some no both all one two three four five six
seven eight nine ten several many few most other such`),
		possessives: words(`his her its their my our your whose`),
		prepositions: words(`of in on at by for from to with between among against about into onto over under after before during
since until till through throughout toward towards within without across around behind beyond near off out up down via per despite
including regarding concerning amid alongside upon than like except versus vs as outside inside along`),
		stops: words(`and or but nor so yet because although though while whereas if unless whether when where why how who whom which
what that i you he she it we they me him us them himself herself itself themselves myself is are was were be been being am has have
had do does did will would shall should can could may might must not n't n’t to there here then also just only even still already
never ever very too more less said says say told tells added adds stated stressed noted announced called named met meets saw asked
visited urged warned accused denied rejected claimed argued insisted explained described quoted according became elected appointed`),
		says: words(`said says say saying added adds adding stated states stressed stresses noted notes told tells announced announces warned
warns insisted insists claimed claims explained explains argued argues declared declares emphasized emphasised emphasizes reiterated
pointed denied denies confirmed confirms acknowledged admitted replied responded asked commented remarked expressed described urged
called reported reports writes wrote believes thinks accused vowed pledged promised concluded recalled underlined underscored
highlighted criticized criticised condemned referred suggested suggests continued predicted predicts estimates`),
		clause: words(`that but and or while as because since after before when where if although though whereas however meanwhile said
says which who whether than then yesterday today later earlier so until unless`),
		corporate: words(`inc inc. corp corp. corporation co co. company ltd ltd. limited llc l.l.c. plc p.l.c. ag sa s.a. gmbh n.v. nv
b.v. bv spa s.p.a. ab asa oyj kk k.k. holdings holding group lp llp pty pvt oao ooo pjsc`),
		cues: words(`agreement agreements cooperation co-operation ties relations relationship talks deal deals negotiations treaty pact accord
dialogue alliance trade war conflict dispute partnership cooperate negotiate contacts contract rapprochement tensions border-dispute
sign signed meeting memorandum consultations confrontation standoff friendship`),
		policy: words(`government foreign nuclear policy decision position stance ties relations response claim claims demand demands offer
proposal ambassador envoy embassy military support accusation accusations refusal role preparedness readiness willingness
commitment interests allies ally leaders officials rulers economy programme program intervention invasion involvement sanctions
insistence plans plan ambitions missile representative delegation view neutrality sovereignty vast`),
		acts: words(`has have had will would is was does did should could may might must says said denies denied rejects rejected accuses
accused wants wanted agreed agrees signed signs announced announces insists insisted supports supported backs backed claims claimed
warned warns condemned condemns denounced vowed offered offers seeks sought imposed recognises recognizes refused refuses hopes
expects maintains threatened cut severed summoned expelled withdrew considers views sees fears argues blamed blames called calls urged
urges needs remains plans intends faces`),
		official: words(`ministry government parliament army navy police embassy consulate military senate congress assembly cabinet
administration guard guards force forces court council commission authority agency department bureau marines intelligence customs
presidency duma knesset majlis majles bundestag pentagon kremlin regime treasury command directorate junta secretariat`),
		past: words(`spoke left went came took gave got saw knew began fell rose won lost held kept paid sent spent built bought brought
found felt heard led met put ran sat stood sold told taught thought wore wrote fled flew fought drew drove broke chose grew hit
hurt laid quit set shot slept stole struck swore threw woke hid bore beat became overtook withdrew underwent made`),
		agencies: words(`AP AFP Reuters MNA IRNA ISNA TASS Tass ITAR-TASS Xinhua DPA dpa ANI PTI UPI Interfax RIA KUNA SPA WAM Anadolu AKIpress
Kabar Yonhap Kyodo ANSA EFE SANA PNA APS MAP MENA NAN Bernama Antara VNA KCNA CNA IANS BBC CNN RFE/RL VOA Bloomberg AA AAP TAP Fars
Tasnim Trend APA Belga BTA Tanjug HINA Hina Lusa Ritzau NTB STT PAP CTK MTI Ukrinform UNIAN BelTA Armenpress Kazinform UzA Azertac
GNA APP BSS UNB KPL`),
		given: map[string]Gender{},
	}
	for w := range strings.FieldsSeq(maleNames) {
		g.given[w] = Male
	}
	for w := range strings.FieldsSeq(femaleNames) {
		g.given[w] = Female
	}
	return g
})

// First names that nearly always tell the gender. Others tell nothing.
const (
	maleNames = `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry
douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence
jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell
bradley philip eugene barack bill tony gordon hugo jean nicolas francois jacques emmanuel angelo silvio vladimir dmitry dmitri sergei sergey
boris igor ivan mikhail nikolai oleg yuri viktor volodymyr petro aleksandr mohammad mohammed muhammad mohamed ahmed ahmad ali hassan
hussein hossein abdullah abdul ibrahim ismail mahmoud mahmud mustafa omar osama saddam yasser recep abdolreza abdolkarim javad hamid
reza mehdi khalid khaled faisal salman yousef yusuf carlos luis jorge miguel pedro manuel fernando rafael diego alberto enrique
felipe andres evo lula hans klaus helmut gerhard jurgen karl wolfgang otto giovanni marco giuseppe mario antonio roberto
narendra rahul rajiv manmohan atal sanjay arun imran nawaz pervez asif ban kofi nelson jacob thabo robert uhuru steve jim tim mike bob tom
dick rick ben jeff greg dan ken ron ed fred ted phil pat jusman kashkar thabo cyril muhammadu olusegun goodluck`
	femaleNames = `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy
kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna
ruth brenda pamela nicole katherine samantha christine emma catherine virginia rachel carolyn janet maria heather diane julie joyce
victoria kelly christina joan evelyn lauren judith olivia frances martha cheryl megan hannah jacqueline ann alice kathryn
gloria teresa sara janice doris madison julia grace judy abigail marie denise beverly amber theresa marilyn danielle diana brittany
natalie sophia rose isabella alexis kayla charlotte hillary condoleezza sonia indira benazir angelina fatima aisha khadija zainab
leila layla yulia olga tatiana natalia svetlana irina elena ekaterina anastasia dilma cristina michelle ursula christine marine
theresa jacinda julia ellen helen jane kate claire nicola priti liz susana carmen pilar isabel rosa ana lucia gabriela`
)
