package attribution_test

import (
	"strings"
	"testing"

	"briefline/app/attribution"
)

// constructions holds one construction a row: the text, and the statements
// wanted, each as "speaker | cue | content" and the rest, in their order. A
// statement without a kind is a claim.
var constructions = []struct {
	text string
	want []string
}{
	// A clause with "that", and what may stand between it and the verb.
	{`The minister told reporters on Friday that talks would resume.`, []string{"The minister | told | talks would resume | to reporters"}},
	{`The army said in a statement on Sunday that three soldiers had been killed.`, []string{"The army | said | three soldiers had been killed"}},
	{`The central bank said Tuesday that inflation had slowed.`, []string{"The central bank | said | inflation had slowed"}},
	{`The ministry said that, under the deal, both sides would withdraw.`, []string{"The ministry | said | under the deal, both sides would withdraw"}},
	// A clause without "that": the subject and a finite verb must follow.
	{`The U.N. says 2 million people need help.`, []string{"The U.N. | says | 2 million people need help"}},
	{`Sources close to the negotiations told Reuters the deal was near.`, []string{"Sources close to the negotiations | told | the deal was near | to Reuters"}},
	{`The company announced a plan that would cut 500 jobs.`, nil}, // the clause belongs to the plan
	// Behind what is said, and before its subject.
	{`More than 300 people have died since June, health officials say.`, []string{"health officials | say | More than 300 people have died since June"}},
	{`The bill, which passed in May, is dead, said Senator Jones.`, []string{"Senator Jones | said | The bill, which passed in May, is dead"}},
	{`The strike killed 12 people, said Omar Hassan, a doctor at the local hospital.`, []string{"Omar Hassan | said | The strike killed 12 people"}}, // an apposition is not content
	// Within it: content in two parts, the longer first.
	{`The talks, he said, have failed.`, []string{"he | said | have failed | and The talks"}},
	{`"If you want peace," the general warned, "prepare for war."`, []string{"the general | warned | If you want peace | and prepare for war | quoted"}},
	// Insertions between the speaker and the verb.
	{`The Kyrgyz minister, for his part, said that his country had changed.`, []string{"The Kyrgyz minister | said | his country had changed"}},
	{`Ali Karimi, a spokesman for the ministry, said the road was closed.`, []string{"Ali Karimi | said | the road was closed"}},
	{`The head of the IAEA, Rafael Grossi, said inspectors had found traces of uranium.`, []string{"The head of the IAEA, Rafael Grossi | said | inspectors had found traces of uranium"}},
	{`"It's a disaster," one resident, who asked not to be named, told AFP.`, []string{"one resident | told | It's a disaster | to AFP | quoted"}},
	// Who the speaker is: not the place, the day or the other clause before it.
	{`A spokesman for the ministry in Kabul said the road was closed.`, []string{"A spokesman for the ministry in Kabul | said | the road was closed"}},
	{`A study published on Monday in Nature shows that bees can count.`, []string{"A study | shows | bees can count"}},
	{`Iran, Turkey and Russia said they would meet again.`, []string{"Iran, Turkey and Russia | said | they would meet again"}},
	{`Speaking in Paris, President Emmanuel Macron warned that time was running out.`, []string{"President Emmanuel Macron | warned | time was running out"}},
	{`KABUL, Afghanistan (AP) — The Taliban said Thursday they had captured the city.`, []string{"The Taliban | said | they had captured the city"}},
	{`It was reported that the prime minister had resigned.`, []string{" | reported | the prime minister had resigned"}}, // nobody is named
	// A participle: its speaker has spoken in the sentence, or is its subject.
	{`“The talks have failed,” said the foreign minister, adding that sanctions would follow.`, []string{
		"the foreign minister | said | The talks have failed | quoted", "the foreign minister | adding | sanctions would follow"}},
	{`In his speech, he thanked the army, saying it had saved the country.`, []string{"he | saying | it had saved the country"}},
	{`Saying that he was tired, the coach resigned.`, []string{"the coach | Saying | he was tired"}},
	{`The ministry said the death toll had risen to 40, with officials warning that it could climb further.`, []string{
		"The ministry | said | the death toll had risen to 40", "officials | warning | it could climb further"}},
	// Two sayings in one sentence.
	{`He said he had no regrets, but admitted that mistakes had been made.`, []string{"He | said | he had no regrets", "He | admitted | mistakes had been made"}},
	{`The group said it would not disarm until Israel withdraws; Israel says it will stay.`, []string{
		"The group | said | it would not disarm until Israel withdraws", "Israel | says | it will stay"}},
	{`Rebels said on Monday they had shot down a helicopter, a claim the army denied.`, []string{"Rebels | said | they had shot down a helicopter"}},
	{`She said her son had told her he was leaving.`, []string{
		"She | said | her son had told her he was leaving", "her son | told | he was leaving | to her | nested"}},
	// Marks of every sort, and quotations that are parts of a clause.
	{`Trump tweeted: "Big news coming soon!"`, []string{"Trump | tweeted | Big news coming soon | quoted"}},
	{`«We are ready», the premier said.`, []string{"the premier | said | We are ready | quoted"}},
	{`‘I am not leaving,’ he said.`, []string{"he | said | I am not leaving | quoted"}},
	{`He said: 'I am not leaving.'`, []string{"He | said | I am not leaving | quoted"}},
	{`Mr. Smith said he was "deeply concerned" about the report.`, []string{`Mr. Smith | said | he was "deeply concerned" about the report`}},
	{`The ambassador wrote that his country "will never accept occupation".`, []string{`The ambassador | wrote | his country "will never accept occupation"`}},
	{`Zelenskyy called the attack "barbaric" and urged allies to send more weapons.`, []string{
		`Zelenskyy | called | the attack "barbaric"`, "Zelenskyy | urged | to send more weapons | to allies | request"}},
	// A quotation over sentences and paragraphs, one of which has the cue.
	{`"I was there," he said. "I saw it all. It was terrible." Then he left.`, []string{
		"he | said | I was there | quoted", "he |  | I saw it all | quoted | continues", "he |  | It was terrible | quoted | continues"}},
	{`“We are ready. We have been waiting for years,” Khan said.`, []string{
		"Khan |  | We are ready | quoted | continues", "Khan | said | We have been waiting for years | quoted"}},
	{"Khan added: \"We are ready.\n\n\"We have waited for years.\"", []string{
		"Khan | added | We are ready | quoted", "Khan |  | We have waited for years | quoted | continues"}},
	{`"Are you going?" I asked. "No," she said.`, []string{"I | asked | Are you going? | quoted | request", "she | said | No | quoted"}},
	{"Obama tweeted from his account:\n\n\"Cool clock, Ahmed.\"", []string{"Obama | tweeted | Cool clock, Ahmed | quoted"}},
	// "According to", at each place.
	{`According to the World Bank, which published the figures on Monday, growth will slow.`, []string{"the World Bank | According to | growth will slow"}},
	{`According to the Saudi Interior Ministry over 345 pilgrims have died.`, []string{"the Saudi Interior Ministry | According to | over 345 pilgrims have died"}},
	{`The plan would cost $3 billion, according to a report released on Thursday.`, []string{"a report | according to | The plan would cost $3 billion"}},
	// Headlines.
	{`Australian woman claims church imprisoned her`, []string{"Australian woman | claims | church imprisoned her"}},
	{`Officials: 12 killed in blast`, []string{"Officials |  | 12 killed in blast"}},
	// Phrases and infinitives, each with its kind.
	{`Both ministers expressed their willingness to expand trade.`, []string{"Both ministers | expressed | their willingness to expand trade | offer"}},
	{`The envoy described the meeting as constructive.`, []string{"The envoy | described | the meeting as constructive"}},
	{`The opposition accused the government of rigging the vote.`, []string{"The opposition | accused | the government of rigging the vote"}},
	{`Iran rejected accusations that it had supplied the drones.`, []string{"Iran | rejected | accusations that it had supplied the drones | denial"}},
	{`Ukraine denied that its forces had crossed the border.`, []string{"Ukraine | denied | its forces had crossed the border | denial"}},
	{`The two countries agreed to open a border crossing.`, []string{"The two countries | agreed | to open a border crossing | agreement"}},
	{`The president vowed to rebuild the city.`, []string{"The president | vowed | to rebuild the city | offer"}},
	{`The union called on the government to raise wages.`, []string{"The union | called on | to raise wages | to the government | request"}},
	// What is no statement: denied, passive, a noun, not yet said.
	{`She did not say when the talks would resume.`, nil},
	{`Neither side said when the talks would resume.`, nil},
	{`The prime minister is expected to resign.`, nil},
	{`The US State Department and the United States agree on little.`, nil},
	{`There are two claims in the report of the committee.`, nil},
	{`If you think the plan works, raise your hand.`, nil},
	{`A spokesperson for the company did not respond to a request for comment.`, nil},
}

func TestConstructions(t *testing.T) {
	for _, tt := range constructions {
		found := attribution.Find(tt.text, sentences(tt.text), nil)
		lawful(t, tt.text, found)
		var got []string
		for _, s := range found {
			got = append(got, line(tt.text, s))
		}
		if g, w := strings.Join(got, "\n\t"), strings.Join(tt.want, "\n\t"); g != w {
			t.Errorf("%s\ngot\n\t%s\nwant\n\t%s", tt.text, g, w)
		}
	}
}

// line writes a statement as constructions has it.
func line(text string, s attribution.Statement) string {
	out := words(text, s.Speaker) + " | " + words(text, s.Cue) + " | " + words(text, s.Content)
	if s.Rest.End > 0 {
		out += " | and " + words(text, s.Rest)
	}
	if s.Addressee.End > 0 {
		out += " | to " + words(text, s.Addressee)
	}
	if s.Direct {
		out += " | quoted"
	}
	if s.Kind != "claim" {
		out += " | " + string(s.Kind)
	}
	if s.Nested {
		out += " | nested"
	}
	if s.Continues {
		out += " | continues"
	}
	return out
}
