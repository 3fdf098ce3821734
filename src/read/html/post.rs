//! Embedded posts: a block quotation with the account and day of its author, made one paragraph with its signature.

use dom_query::{Document, NodeRef};

use super::render;

/// The classes of blocks that hold a post.
const POSTS: &str = "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.bluesky-embed, \
     blockquote.instagram-media, blockquote.tiktok-embed, blockquote.mastodon-embed, blockquote.text-post-media, \
     .fb-post blockquote, blockquote.truthsocial-embed";

/// Sets every embedded post of `document` as one paragraph: its words, then " — Name (@handle) Month D, YYYY".
pub(super) fn flatten(document: &Document) {
    for node in document.select(POSTS).nodes() {
        set(node);
    }
    // A post whose class was lost on the way still has its signature.
    for node in document.select("blockquote").nodes() {
        let paragraphs = render::paragraphs(node);
        if paragraphs.len() > 1
            && paragraphs
                .last()
                .is_some_and(|last| is_signature(&last.text))
        {
            set(node);
        }
    }
}

fn set(node: &NodeRef<'_>) {
    let words: Vec<String> = render::paragraphs(node)
        .into_iter()
        .map(|paragraph| paragraph.text.replace('\n', " "))
        .filter(|words| !words.starts_with("View this post on"))
        .collect();
    // Without its words a post is a picture.
    if words.is_empty()
        || words
            .iter()
            .all(|words| words.starts_with("A post shared by"))
    {
        node.remove_from_parent();
        return;
    }
    node.rename("p");
    node.remove_all_attrs();
    node.set_text(words.join(" "));
    unwrap(node);
}

/// Sets the post in the place of the boxes that hold nothing else: they are often called widgets, and left out as such.
fn unwrap(node: &NodeRef<'_>) {
    let words = node.text();
    let mut outermost = None;
    for around in node.ancestors(Some(6)) {
        for script in around.element_children() {
            if script.has_name("script") || script.has_name("style") {
                script.remove_from_parent();
            }
        }
        let is_box = ["div", "figure", "section", "span", "center", "aside"]
            .iter()
            .any(|name| around.has_name(name));
        if !is_box || around.text().trim() != words.trim() {
            break;
        }
        outermost = Some(around);
    }
    if let Some(outermost) = outermost {
        outermost.replace_with(node);
    }
}

/// "— Name (@handle) …".
fn is_signature(words: &str) -> bool {
    words.starts_with(['—', '–', '-', '―']) && words.contains("(@")
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    #[track_caller]
    fn case(html: &str, text: &str) {
        let document = Document::from(html);
        super::flatten(&document);
        let found: Vec<String> = super::render::paragraphs(&document.root())
            .into_iter()
            .map(|paragraph| {
                format!(
                    "{}{}",
                    if paragraph.quoted { "> " } else { "" },
                    paragraph.text
                )
            })
            .collect();
        assert_eq!(found.join("\n"), text);
    }

    #[test]
    fn a_post_is_one_paragraph_with_its_signature() {
        case(
            "<blockquote class='twitter-tweet' data-x=1><p lang=en dir=ltr>The dam<br>holds. <a href=x>pic</a></p>&mdash; \
             Jane Doe (@jane) <a href=y>November 18, 2020</a></blockquote><script></script><p>Next.</p>",
            "The dam holds. pic — Jane Doe (@jane) November 18, 2020\nNext.",
        );
        case(
            "<div class=widget><div><blockquote class='twitter-tweet'><p>One.</p>&mdash; A (@a) May 1, 2021</blockquote>\n\
             <script>x</script></div></div><p>Two.</p>",
            "One. — A (@a) May 1, 2021\nTwo.",
        );
        case(
            "<blockquote class=instagram-media><p><a href=x>View this post on Instagram</a></p><p>A post shared by A (@a)</p>\
             </blockquote><p>Two.</p>",
            "Two.",
        );
        case(
            "<blockquote><p>One.</p><p>Two.</p>— Jane Doe (@jane) May 1, 2021</blockquote>",
            "One. Two. — Jane Doe (@jane) May 1, 2021",
        );
        case(
            "<div class=widget><div><blockquote class='twitter-tweet'><p>One.</p>&mdash; A (@a) May 1, 2021</blockquote>\n\
             <script>x</script></div></div><p>Two.</p>",
            "One. — A (@a) May 1, 2021\nTwo.",
        );
        case(
            "<blockquote><p>One.</p><p>— Jane Doe</p></blockquote>",
            "> One.\n> — Jane Doe",
        );
    }
}
