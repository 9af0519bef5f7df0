//! The lists themselves.

use super::Term;

/// An enum whose variants have ids and numbers.
macro_rules! terms {
    ($(#[$about:meta])* $name:ident, $list:literal: $($(#[$what:meta])* $variant:ident = $id:literal,)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(serde::Serialize, serde::Deserialize),
            serde(try_from = "String", into = "String")
        )]
        #[repr(u8)]
        pub enum $name { $($(#[$what])* $variant,)* }

        impl Term for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [$name] = &[$($name::$variant,)*];

            fn id(self) -> &'static str {
                match self { $($name::$variant => $id,)* }
            }

            fn number(self) -> u8 {
                self as u8
            }
        }

        // Only files are read with words; the program in a browser has numbers.
        #[cfg(not(target_arch = "wasm32"))]
        impl TryFrom<String> for $name {
            type Error = String;
            fn try_from(id: String) -> Result<$name, String> {
                $name::read(&id).ok_or_else(|| unlisted::<$name>(&id))
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl From<$name> for String {
            fn from(term: $name) -> String {
                term.id().to_owned()
            }
        }
    };
}

/// What is wrong with an id that its list does not have, and which it has.
#[cfg(not(target_arch = "wasm32"))]
fn unlisted<T: Term>(id: &str) -> String {
    let ids: Vec<&str> = T::ALL.iter().map(|term| term.id()).collect();
    let mut reason = String::from("\"");
    for part in [id, "\" is not in the list `", T::LIST, "`; write one of ", &ids.join(", ")] {
        reason.push_str(part);
    }
    reason
}

terms! {
    /// What a service is, first of all.
    Kind, "kind":
    /// The council's own service for alcohol and drugs, or another one that people can go to.
    DrugAndAlcohol = "drug-and-alcohol",
    /// A GP practice.
    Gp = "gp",
    /// A community pharmacy.
    Pharmacy = "pharmacy",
    /// Groups that people with the same problem run themselves.
    MutualAid = "mutual-aid",
    /// For families, friends and carers of someone who drinks or uses drugs.
    Family = "family",
    /// For people under 18, or up to 25.
    YoungPeople = "young-people",
    /// A place to live, and help to keep one.
    Housing = "housing",
    /// Help to find and keep work.
    Work = "work",
    /// For when it cannot wait.
    Crisis = "crisis",
}

terms! {
    /// What a service does. Whether it does is known for each term, or unknown: see [`Offer`](super::Offer).
    Activity, "does":
    /// A GP practice that prescribes together with the drug and alcohol service.
    SharedCare = "shared-care",
    /// Medicine taken at the pharmacy, with the pharmacist there.
    SupervisedConsumption = "supervised-consumption",
    /// Clean needles, and a place for used ones.
    NeedleExchange = "needle-exchange",
    /// The medicine that reverses an overdose of opioids, to take home.
    Naloxone = "naloxone",
    /// A short talk about drinking and what could change.
    AlcoholBriefAdvice = "alcohol-brief-advice",
    /// Medicine for dependence on opioids or alcohol.
    Prescribing = "prescribing",
    /// Stopping with medical help while living at home.
    CommunityDetox = "community-detox",
    /// Stopping with medical help during a stay.
    InpatientDetox = "inpatient-detox",
    /// A stay in rehabilitation.
    Rehab = "rehab",
    /// Tests for hepatitis and HIV.
    VirusTesting = "virus-testing",
    /// Finding out what is in a drug.
    DrugChecking = "drug-checking",
    /// Talking with a worker alone.
    OneToOne = "one-to-one",
    /// Groups led by a worker.
    Groups = "groups",
    /// Help from people who have been through it.
    PeerSupport = "peer-support",
    /// Support for those close to someone.
    FamilySupport = "family-support",
    /// A home in recovery.
    RecoveryHousing = "recovery-housing",
    /// Help to find and keep work.
    HelpToWork = "help-to-work",
    /// Workers who come to where people are.
    Outreach = "outreach",
}

terms! {
    /// Who a service is for. An empty list says that nobody has said.
    Who, "who":
    /// Anyone, of any age.
    Everyone = "everyone",
    /// People of 18 and over.
    Adults = "adults",
    /// People under 18, or up to 25.
    YoungPeople = "young-people",
    /// Families, friends and carers.
    Families = "families",
    /// Women only.
    Women = "women",
    /// Men only.
    Men = "men",
    /// People who are pregnant.
    Pregnant = "pregnant",
    /// People who are lesbian, gay, bisexual or trans.
    Lgbt = "lgbt",
    /// People who served in the armed forces.
    Veterans = "veterans",
    /// People without a home.
    Homeless = "homeless",
}

terms! {
    /// How to go: what someone has to do first. An empty list says that nobody has said.
    Referral, "how":
    /// Come without an appointment.
    WalkIn = "walk-in",
    /// Ask for it yourself, by phone, form or at the door.
    SelfRefer = "self-refer",
    /// A GP sends you.
    ByGp = "by-gp",
    /// Another worker sends you: social care, a hospital, probation.
    ByProfessional = "by-professional",
    /// Register first, as with a GP practice.
    Register = "register",
}

terms! {
    /// Where help is given. An empty list says that nobody has said: a pharmacy may be one that only sends by post.
    Way, "ways":
    /// At a place that people can go to.
    InPerson = "in-person",
    /// By telephone.
    Phone = "phone",
    /// On the internet, or by post.
    Online = "online",
    /// At home.
    HomeVisit = "home-visit",
}

terms! {
    /// What it costs the person.
    Cost, "cost":
    /// Nothing.
    Free = "free",
    /// Nothing for some people, such as those with an exemption.
    FreeForSome = "free-for-some",
    /// Something for everyone.
    Paid = "paid",
}

terms! {
    /// What a place has for people who need it, each present, absent or unknown.
    Access, "access":
    /// In and about without a step.
    StepFree = "step-free",
    /// A toilet for wheelchair users.
    AccessibleToilet = "accessible-toilet",
    /// A loop for hearing aids.
    HearingLoop = "hearing-loop",
    /// A parking place for people with a Blue Badge.
    DisabledParking = "disabled-parking",
    /// An interpreter can be booked, for languages or for signing.
    Interpreter = "interpreter",
    /// A room to talk alone.
    PrivateRoom = "private-room",
}

terms! {
    /// Whether it is there at all. Open Referral has the same four, with `defunct` for closed.
    Status, "status":
    /// It is there.
    Active = "active",
    /// Its register no longer treats it as working, but it has not ended.
    Inactive = "inactive",
    /// It has ended.
    Defunct = "defunct",
    /// It is to open again.
    TemporarilyClosed = "temporarily-closed",
}
