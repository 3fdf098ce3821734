//! A pronoun of an article and everybody whom it may mean, for whoever learns to tell which of them.

pub use super::cast::antecedent::{Asker, Likelihood};
use super::cast::{Cast, antecedent};
use super::document::Document;
use super::{model, read, statements};
use crate::article::Article;
use crate::split::cast::reference::{Form, Who};
use crate::text::Span;

/// How many figures tell for and against an antecedent.
pub const FEATURES: usize = antecedent::FEATURES;

/// A pronoun and whom it may mean.
#[derive(Debug)]
pub struct Pronoun {
    /// Where it stands, in bytes of the article’s text.
    pub at: Span,
    /// What it is.
    pub asker: Asker,
    /// Who may be meant, the one spoken of last first.
    pub antecedents: Vec<Antecedent>,
}

/// Somebody whom a pronoun may mean.
#[derive(Debug)]
pub struct Antecedent {
    /// The figures that tell for and against them.
    pub features: [f32; FEATURES],
    /// The words before the pronoun that name or describe them, the last ones first.
    pub words: Vec<Span>,
    /// By the fullest name that the article gives them, if it names them.
    pub name: Option<String>,
}

/// Goes through the pronouns of `article` in order; what `choose` says of one is taken for true in those behind it.
pub fn pronouns(article: &Article, choose: &mut dyn FnMut(&Pronoun) -> Option<usize>) {
    let mut document = Document::of(article);
    let read = read(model::shipped(), std::slice::from_mut(&mut document)).concat();
    let document = document;
    Cast::chosen_by(
        &document,
        &statements(&document, read),
        &mut |references, members, asking, candidates| {
            let antecedents = candidates
                .iter()
                .map(|candidate| {
                    let who = &references.all[candidate.reference].who;
                    Antecedent {
                        features: candidate.features,
                        words: references
                            .all
                            .iter()
                            .rev()
                            .filter(|other| other.form != Form::Pronoun && other.who == *who)
                            .map(|other| asking.gloss.span(&other.tokens))
                            .collect(),
                        name: match who {
                            Who::Member(member) => Some(members[*member].name().full),
                            Who::Described(_) => None,
                        },
                    }
                })
                .collect();
            choose(&Pronoun {
                asker: asking.asker(),
                at: asking.gloss.span(&(asking.token..asking.end)),
                antecedents,
            })
        },
    );
}

impl Pronoun {
    /// Which of the antecedents is meant, if any is likelier than nobody.
    pub fn likeliest(&self, likelihood: &Likelihood) -> Option<usize> {
        likelihood.best(self.asker, self.antecedents.iter().map(|one| &one.features))
    }
}
