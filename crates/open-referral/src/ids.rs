use uuid::Uuid;

/// Every id of ours is made from this one and a name, so that the same record always has the same id.
const WAYMARK: Uuid = Uuid::from_u128(0x5b1e_9f0c_3c57_4d0e_9a6f_7761_796d_6172);

/// The id of something, by what it is and what it is called here: `id("service", "m82025")`. A version 5 UUID.
pub fn id(what: &str, name: &str) -> String {
    let name = format!("{what}/{name}");
    Uuid::new_v5(&WAYMARK, name.as_bytes()).hyphenated().to_string()
}
