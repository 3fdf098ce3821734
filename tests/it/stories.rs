//! The same wire story from two publishers: two articles that know each other, whichever comes, changes or goes.

use serde_json::json;

use crate::desk::Desk;

const WIRE: [&str; 6] = [
    "LOMBARD BAY — The council of Lombard Bay voted on Monday night to tear down the old grain pier, eleven years after the last ship tied up there.",
    "“We have painted it, fenced it and prayed over it, and it is still falling into the water,” said Councillor Petra Almgren, who wrote the motion.",
    "Two members voted against. One of them, Idris Fenwick, told the meeting that the pier was the only thing in town older than the quarrel about it.",
    "Demolition is to begin in September and to cost four million crowns, most of it from a state fund for disused harbours.",
    "Anglers who use the pier at night asked for a smaller jetty in its place. The council will take that up in the spring.",
    "The pier was built in 1911 for the wheat trade and carried a narrow railway until the sixties.",
];

/// A paragraph that one paper sets under all it prints.
const HOUSE: &str = "The Tidewater Gazette has reported from the coast since 1874. Its newsroom is independent of its owners, its letters \
    page is open to all, and its corrections stand on page two of every issue.";

fn article(id: &str, publisher: &str, paragraphs: &[&str]) -> String {
    let text = paragraphs.join("\n\n");
    json!({"id": id, "publisher": publisher, "title": format!("{publisher} has it"), "date": "2024-05-07", "text": text})
        .to_string()
        + "\n"
}

fn other_story(name: &str) -> Vec<String> {
    let mut story: Vec<String> = (0..4)
        .map(|nth| format!("In {name} a barge named {name} {nth} lost {nth} of its {name} crates to the swell near {name} Point."))
        .collect();
    story.push(HOUSE.to_owned());
    story
}

#[track_caller]
fn knows(desk: &Desk, id: &str, others: &[&str]) {
    let shown = desk.run(["show", "--format", "json", id]).ends(0).json();
    assert_eq!(shown["articles"][0]["same_as"], json!(others), "{id}");
    // The listing finds them in another way, and the same ones.
    let listed = desk
        .run(["articles", "--format", "jsonl"])
        .ends(0)
        .lines()
        .into_iter()
        .find(|article| article["id"] == id);
    assert_eq!(
        listed.map(|article| article["same_as"].clone()),
        Some(json!(others))
    );
}

#[test]
fn the_same_story_is_known_whichever_comes_later_changes_or_goes() {
    let desk = Desk::new();
    desk.write("post.jsonl", article("post", "Lombard Post", &WIRE));
    desk.run(["ingest", "post.jsonl"]).ends(0);
    knows(&desk, "post", &[]);

    // Cut by its last paragraph, without a dateline, with other marks.
    let cut: Vec<String> = WIRE[..5]
        .iter()
        .map(|line| {
            line.trim_start_matches("LOMBARD BAY — ")
                .replace(['“', '”'], "\"")
        })
        .collect();
    let cut: Vec<&str> = cut.iter().map(String::as_str).collect();
    desk.write("herald.jsonl", article("herald", "Herald", &cut));
    desk.run(["ingest", "herald.jsonl"]).ends(0);
    knows(&desk, "post", &["herald"]);
    knows(&desk, "herald", &["post"]);

    desk.run(["show", "post"])
        .ends(0)
        .prints(["same story: Herald has it · Herald · 2024-05-07 · herald"]);
    desk.run(["articles"])
        .ends(0)
        .prints(["same story as herald"]);
    let hits = desk
        .run(["query", "--format", "jsonl", "anglers", "jetty"])
        .ends(0)
        .lines();
    let found = &hits[0]["article"];
    let other = if found["id"] == "post" {
        "herald"
    } else {
        "post"
    };
    assert_eq!(found["same_as"], json!([other]));
    let exported = desk.run(["export"]).ends(0).lines();
    assert!(
        exported
            .iter()
            .all(|passage| passage["article"]["same_as"][0].is_string())
    );

    // One turns into another story, comes back, and goes.
    desk.write("herald.jsonl", article("herald", "Herald", &["Rain."]));
    desk.run(["ingest", "herald.jsonl"]).ends(0);
    knows(&desk, "post", &[]);
    desk.write("herald.jsonl", article("herald", "Herald", &cut));
    desk.run(["ingest", "herald.jsonl"]).ends(0);
    knows(&desk, "post", &["herald"]);
    desk.run(["remove", "herald"]).ends(0);
    knows(&desk, "post", &[]);
}

#[test]
fn a_paragraph_or_a_quote_in_common_makes_no_story() {
    let desk = Desk::new();
    let (barge, ferry) = (other_story("Skerry"), other_story("Havsund"));
    let strings = |story: &'_ [String]| story.iter().map(String::clone).collect::<Vec<_>>();
    let mut quoting = strings(&ferry);
    quoting.push(WIRE[1].to_owned());
    let refs = |story: &[String]| -> String {
        article(
            &story[0][3..9].to_lowercase(),
            "Tidewater Gazette",
            &story.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    };
    desk.write("barge.jsonl", refs(&barge));
    desk.write("quoting.jsonl", refs(&quoting));
    desk.write("post.jsonl", article("post", "Lombard Post", &WIRE));
    desk.run(["ingest", "barge.jsonl", "quoting.jsonl", "post.jsonl"])
        .ends(0);
    for id in ["skerry", "havsun", "post"] {
        knows(&desk, id, &[]);
    }
}
