/// Who runs a service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organization {
    /// Its name; none if it has the service's own, as a GP practice has.
    pub name: Option<String>,
    /// Its code at the NHS Organisation Data Service, in capitals: `M82025`.
    pub ods: Option<String>,
}
