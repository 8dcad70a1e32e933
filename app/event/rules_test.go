package event

import (
	"strings"
	"testing"
)

type row struct{ text, created, names, want string }

func table(t *testing.T, rows []row) {
	t.Helper()
	for _, tt := range rows {
		got := strings.ReplaceAll(strings.TrimSpace(read(tt.text, tt.created, tt.names).show()), "\n", " // ")
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

const tuesday = "2024-05-14"

// What happened, told by verbs and by nouns, in news of several regions.
func TestNews(t *testing.T) {
	table(t, []row{
		{"Kenyan President William Ruto met his Ugandan counterpart Yoweri Museveni in Kampala on Monday.", tuesday, "P William Ruto; P Yoweri Museveni; L Kampala", "0 meeting: Kenyan President William Ruto met his Ugandan counterpart Yoweri Museveni in Kampala | Monday stated | with William Ruto, Yoweri Museveni | at Kampala"},
		{"A 7.8-magnitude earthquake struck southern Turkey on 6 February 2023, killing more than 50,000 people.", tuesday, "L Turkey", "0 disaster: A 7.8-magnitude earthquake struck southern Turkey | 6 February 2023 stated | at Turkey"},
		{"Brazil and Argentina signed a trade agreement in Buenos Aires on Tuesday.", tuesday, "L Brazil; L Argentina; L Buenos Aires", "0 agreement: Brazil and Argentina signed a trade agreement in Buenos Aires | Tuesday stated | with Brazil, Argentina | at Buenos Aires"},
		{"Voters in Taiwan elected Lai Ching-te president on 13 January 2024.", tuesday, "L Taiwan; P Lai Ching-te", "0 election: Voters in Taiwan elected Lai Ching-te president | 13 January 2024 stated | with Lai Ching-te | at Taiwan"},
		{"The talks between Armenia and Azerbaijan will begin in Geneva next week.", tuesday, "L Armenia; L Azerbaijan; L Geneva", "0 meeting: The talks between Armenia and Azerbaijan will begin in Geneva | next week stated | future | with Armenia, Azerbaijan | at Geneva"},
		{"Gunmen killed 12 people in an attack on a village in northern Nigeria on Sunday, police said.", tuesday, "L Nigeria", "0 attack: Gunmen killed 12 people in an attack on a village in northern Nigeria | Sunday stated | at Nigeria"},
		{"Peru's prime minister, Alberto Otarola, resigned on March 5 after a scandal.", tuesday, "L Peru; P Alberto Otarola", "0 appointment: Peru's prime minister, Alberto Otarola, resigned after a scandal | March 5 stated | with Peru, Alberto Otarola"},
		{"The 1979 revolution in Iran changed the region.", tuesday, "L Iran", "0 war: Revolution in Iran | 1979 stated | at Iran"},
		{"Thousands protested in Dhaka on Friday against the new quota.", tuesday, "L Dhaka", "0 protest: Thousands protested in Dhaka against the new quota | Friday stated | at Dhaka"},
		{"The European Union imposed sanctions on Belarus in June 2021.", tuesday, "O European Union; L Belarus", "0 decision: The European Union imposed sanctions on Belarus | June 2021 stated | with European Union, Belarus"},
		{"Rescue teams arrived in Derna, Libya, on Wednesday.", tuesday, "L Derna; L Libya", "0 visit: Rescue teams arrived in Derna, Libya | Wednesday stated | at Derna, Libya"},
		{"Airbus has announced 10,000 job cuts over the next four years.", tuesday, "O Airbus", "0 statement: Airbus has announced 10,000 job cuts over the next four years | fresh | with Airbus"},
		{"South Korea exchanged artillery fire with the North on Monday.", tuesday, "L South Korea", "0 attack: South Korea exchanged artillery fire with the North | Monday stated | with South Korea"},
		{"The court sentenced the former minister to ten years on Thursday.", tuesday, "", "0 court: The court sentenced the former minister to ten years | Thursday stated"},
	})
}

// What is no event, or none that a timeline may show.
func TestNone(t *testing.T) {
	for _, tt := range []row{
		{text: "The group seeks an agreement with Chad.", names: "L Chad"},
		{text: "The two sides failed to reach an agreement in Cairo.", names: "L Cairo"},
		{text: "If the president signs the bill, prices could rise.", names: ""},
		{text: "He called for talks between Sudan and Egypt.", names: "L Sudan; L Egypt"},
		{text: "The minister said «the intervention has led to nothing but bloodshed, killing, plundering and war».", names: ""},
		{text: "Fighting narcotics is a priority for Iran.", names: "L Iran"},
		{text: "The elected president lives in Lima.", names: "L Lima"},
		{text: "The Election Commission has an office in Delhi.", names: "O Election Commission; L Delhi"},
		{text: "The Joint Strike Fighter is built in Texas.", names: "L Texas"},
		{text: "Every meeting in Geneva costs money.", names: "L Geneva"},
		{text: "Mali and Niger could sign a treaty.", names: "L Mali; L Niger"},
		{text: "The war crimes court sits in The Hague.", names: "L The Hague"},
		{text: "He spoke about attacks, wars and crises.", names: ""},
		{text: "It was a portrait shot of Dennis Hopper.", names: "P Dennis Hopper"},
		{text: "The annual pilgrimage to Mecca is crowded.", names: "L Mecca"},
		{text: "", names: ""},
	} {
		if got := read(tt.text, tuesday, tt.names).show(); got != "" {
			t.Errorf("%s\n got %s", tt.text, got)
		}
	}
}

// A date belongs to its clause.
func TestDates(t *testing.T) {
	table(t, []row{
		{"The mayor said on Thursday that the bridge in Genoa collapsed in 2018.", tuesday, "L Genoa", "0 disaster: The bridge in Genoa collapsed | 2018 stated | at Genoa"},
		{"The mayor said on Thursday that the bridge in Genoa has collapsed.", tuesday, "L Genoa", "0 disaster: The bridge in Genoa has collapsed | at Genoa"},
		{"On Monday, Chile signed a treaty with Bolivia, and Peru recalled its envoy.", tuesday, "L Chile; L Bolivia; L Peru", "0 agreement: Chile signed a treaty with Bolivia | Monday stated | with Chile, Bolivia // 1 other: Peru recalled its envoy | Monday inferred | with Peru"},
		{"Five years after its launch, Alibaba bought the Star Ferry in February.", tuesday, "O Alibaba; O Star Ferry", "0 trade: Alibaba bought the Star Ferry | February stated | with Alibaba, Star Ferry"},
		{"The Star Ferry fell to its lowest price since 1997, Alibaba said.", tuesday, "O Alibaba; O Star Ferry", ""},
		{"Egypt will host the summit in Cairo, which it left last year.", tuesday, "L Egypt; L Cairo", "0 meeting: Egypt will host the summit in Cairo | future | with Egypt | at Cairo"},
		{"Ghana and Togo signed the accord in 1998 and ratified it in 2001.", tuesday, "L Ghana; L Togo", "0 agreement: Ghana and Togo signed the accord | 1998 stated | with Ghana, Togo // 1 agreement: Ghana and Togo ratified it | 2001 stated | with Ghana, Togo"},
		{"Ghana and Togo met in Accra on Thursday.", "", "L Ghana; L Togo; L Accra", "0 meeting: Ghana and Togo met in Accra | Thursday stated | with Ghana, Togo | at Accra"},
		{"Ghana bombed Togo on 7 July 2011. Four people were killed.", tuesday, "L Ghana; L Togo", "0 attack: Ghana bombed Togo | 7 July 2011 stated | with Ghana, Togo // 1 death: Four people were killed"}, // not news of the day
		{"Abuja scrapped a subsidy in May 2023, days after the inauguration of Tinubu.", tuesday, "L Abuja; P Tinubu", "0 decision: Abuja scrapped a subsidy | May 2023 stated | with Abuja | after 1 // 1 election: Inauguration of Tinubu | with Tinubu"},
		{"The peso fell 3% on Monday and shares in Santiago dropped 6%.", tuesday, "L Santiago", "0 trade: Shares in Santiago dropped 6% | Monday stated | at Santiago"},
		{"The ruling upheld its ban on Japanese seafood, imposed in August 2023.", tuesday, "", "0 decision: Its ban on Japanese seafood, imposed | August 2023 stated"},
		{"India ordered the State Bank to submit the list by March 6.", tuesday, "L India; O State Bank", "0 decision: India ordered the State Bank to submit the list by March 6 | fresh | with India, State Bank"},
		{"Trump is to meet Putin in Alaska on Friday.", tuesday, "P Trump; P Putin; L Alaska", "0 meeting: Trump is to meet Putin in Alaska | Friday stated | future | with Trump, Putin | at Alaska"},
		{"Bainimarama took power in a coup in 2006 and won elections in 2014 and 2018.", tuesday, "P Bainimarama", "0 war: Bainimarama took power in a coup | 2006 stated | with Bainimarama // 1 election: Bainimarama won elections | 2014 stated | with Bainimarama"},
		{"He lost the election to Rabuka, and resigned from parliament in March 2023.", tuesday, "P Rabuka", "0 election: He lost the election to Rabuka | fresh | with Rabuka // 1 appointment: He resigned from parliament | March 2023 stated"},
		{"Border opens\n\nASTANA, June 5, 2023 (KazNews) - Kazakhstan opened a crossing near Saryagash. Tokayev met Mirziyoyev there.", "", "L ASTANA; L Kazakhstan; L Saryagash; P Tokayev; P Mirziyoyev", "0 launch: Border opens | June 5, 2023 inferred | fresh | with Kazakhstan | at Saryagash // 1 launch: Kazakhstan opened a crossing near Saryagash (as 0) | June 5, 2023 inferred | fresh | with Kazakhstan | at Saryagash // 2 meeting: Tokayev met Mirziyoyev there | June 5, 2023 inferred | fresh | with Tokayev, Mirziyoyev"},
		{"Ghana meets Togo\n\nMarch 1, 2008\n\nGhana and Togo met in Accra.", "", "L Ghana; L Togo; L Accra", "0 meeting: Ghana meets Togo | March 1, 2008 inferred | fresh | with Ghana, Togo | at Accra // 1 meeting: Ghana and Togo met in Accra (as 0) | March 1, 2008 inferred | fresh | with Ghana, Togo | at Accra"}, // the dateline
		{"Ghana and Togo met in Accra.", tuesday, "L Ghana; L Togo; L Accra", "0 meeting: Ghana and Togo met in Accra | fresh | with Ghana, Togo | at Accra"},
	})
}

// What stands inside a statement is only reported; what may be is marked so.
func TestMarks(t *testing.T) {
	table(t, []row{
		{"«A bomber killed 12 people in Kabul», police said.", tuesday, "L Kabul", "0 death: A bomber killed 12 people in Kabul | reported | at Kabul"},
		{"Orban said «Russia invaded Ukraine in February 2022».", tuesday, "P Orban; L Russia; L Ukraine", "0 war: Russia invaded Ukraine | February 2022 stated | reported | with Russia, Ukraine"},
		{"Orban said «Russia invaded Ukraine».", tuesday, "P Orban; L Russia; L Ukraine", "0 war: Russia invaded Ukraine | reported | with Russia, Ukraine"},
		{"Japan may sign a treaty with Korea on Friday.", tuesday, "L Japan; L Korea", "0 agreement: Japan may sign a treaty with Korea | Friday stated | hypothetical | with Japan, Korea"},
		{"Japan plans to sign a treaty with Korea on Friday.", tuesday, "L Japan; L Korea", "0 agreement: Japan plans to sign a treaty with Korea | Friday stated | future | with Japan, Korea"},
		{"Japan did not sign the treaty with Korea on Friday.", tuesday, "L Japan; L Korea", ""},
	})
}

// How events lie to each other, and which are one.
func TestOrder(t *testing.T) {
	table(t, []row{
		{"Kosovo and Serbia signed a treaty in Ohrid, the second since the 2013 agreement between Kosovo and Serbia in Brussels.", tuesday, "L Kosovo; L Serbia; L Ohrid; L Brussels", "0 agreement: Kosovo and Serbia signed a treaty in Ohrid | fresh | with Kosovo, Serbia | at Ohrid | since 1 // 1 agreement: Agreement between Kosovo and Serbia in Brussels | 2013 stated | with Kosovo, Serbia | at Brussels"},
		{"After the earthquake in Nepal, India sent help and 900 soldiers arrived in Kathmandu.", tuesday, "L Nepal; L India; L Kathmandu", "0 disaster: Earthquake in Nepal | at Nepal // 1 visit: 900 soldiers arrived in Kathmandu | fresh | at Kathmandu | after 0"},
		{"The ceasefire in Gaza was signed before the election in Israel.", tuesday, "L Gaza; L Israel", "0 agreement: The ceasefire in Gaza was signed before the election in Israel | fresh | at Gaza | before 1 // 1 election: Election in Israel | at Israel"},
		{"Modi met Xi in Kazan on Wednesday.\nThe meeting was the first in five years.\nModi met Xi in Kazan on Thursday, a source said.", tuesday, "P Modi; P Xi; L Kazan", "0 meeting: Modi met Xi in Kazan | Wednesday stated or Thursday | with Modi, Xi | at Kazan // 1 meeting: Meeting (as 0) // 2 meeting: Modi met Xi in Kazan (as 0) | Thursday stated | with Modi, Xi | at Kazan"},
		{"Modi met Xi in Kazan on Wednesday.\nModi met Putin in Moscow on Thursday.", tuesday, "P Modi; P Xi; P Putin; L Kazan; L Moscow", "0 meeting: Modi met Xi in Kazan | Wednesday stated | with Modi, Xi | at Kazan // 1 meeting: Modi met Putin in Moscow | Thursday stated | with Modi, Putin | at Moscow"},
		{"Ethiopia, Kenya sign trade deal\n\nEthiopia and Kenya signed a trade deal in Nairobi on Friday.", tuesday, "L Ethiopia; L Kenya; L Nairobi", "0 agreement: Ethiopia, Kenya sign trade deal | Friday stated | with Ethiopia, Kenya | at Nairobi // 1 agreement: Ethiopia and Kenya signed a trade deal in Nairobi (as 0) | Friday stated | with Ethiopia, Kenya | at Nairobi"},
		{"Quake kills 40 in Ecuador\n\nA strong earthquake killed 40 people in Ecuador on Saturday. The quake hit Quito.", tuesday, "L Ecuador; L Quito", "0 disaster: Quake kills 40 in Ecuador | Saturday stated | at Ecuador, Quito // 1 disaster: A strong earthquake killed 40 people in Ecuador (as 0) | Saturday stated | at Ecuador // 2 disaster: The quake hit Quito (as 0) | fresh | at Quito"},
	})
}

// A title is the source's words with some left out, cut where words run together.
func TestTitles(t *testing.T) {
	table(t, []row{
		{"He referred to thenew security agreementwith Tehran.", "", "L Tehran", "0 agreement: New security agreement | with Tehran"},
		{"Sibanye, the largest mine owner in South Africa, closed a shaft (its third) on Monday.", tuesday, "O Sibanye; L South Africa", "0 trade: Sibanye closed a shaft | Monday stated | with Sibanye | at South Africa"},
		{"Kikilias, minister for the climate crisis, who visited Nea Penteli on Tuesday, left.", tuesday, "P Kikilias; L Nea Penteli", "0 visit: Kikilias, minister for the climate crisis, who visited Nea Penteli | Tuesday stated | with Kikilias, Nea Penteli"},
		{"Protests in which 60 people were killed on Monday.", tuesday, "", "0 death: Protests in which 60 people were killed | Monday stated"},
		{"Safaricom said on Friday «it had acquired a 40% stake in Wegagen Bank».", tuesday, "O Safaricom; O Wegagen Bank", "0 trade: Safaricom said on Friday it had acquired a 40% stake in Wegagen Bank | reported | with Wegagen Bank"},
		{"iRobot bought a rival in Boston on Monday.", tuesday, "O iRobot; L Boston", "0 trade: iRobot bought a rival in Boston | Monday stated | with iRobot | at Boston"},
	})
}
