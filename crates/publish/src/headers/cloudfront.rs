//! S3 with CloudFront in front of it: S3 keeps files and knows neither `index.html` in folders nor these headers, so
//! CloudFront gets a function for addresses and a policy for headers, and each file its cache rule when it is uploaded.

use super::{ASK, ASSETS, JSON, PAGES, answered_by, security};
use crate::{open_referral, security_txt};

/// `hosting/cloudfront-function.js`: for the event "viewer request" of every behaviour.
pub fn function() -> String {
    let answers: Vec<String> =
        answered_by().iter().map(|(address, file)| format!("    \"{address}\": \"{file}\",\n")).collect();
    let (answers, feed) = (answers.concat(), open_referral::FOLDER);
    format!(
        "\
// A CloudFront function (runtime cloudfront-js-2.0), for the event \"viewer request\": which file answers at an address.
function handler(event) {{
  const answers = {{
{answers}  }};
  const request = event.request;
  const uri = request.uri;
  if (answers[uri]) {{
    request.uri = answers[uri];
  }} else if (uri.endsWith(\"/\")) {{
    request.uri = uri + \"index.html\";
  }} else if (!uri.split(\"/\").pop().includes(\".\") && !uri.startsWith(\"/{feed}/\")) {{
    // Only the way within the site: two slashes at its beginning would name another host.
    const path = uri.replace(/^[\\/\\\\]+/, \"/\");
    return {{ statusCode: 301, statusDescription: \"Moved Permanently\", headers: {{ location: {{ value: path + \"/\" }} }} }};
  }}
  return request;
}}
"
    )
}

/// `hosting/cloudfront-headers.json`, a response headers policy; an open one is for what other websites may read.
/// CloudFront has fields of its own for some headers, and takes the others as they are.
pub fn policy(name: &str, open: bool) -> String {
    let (mut known, mut other) = (Vec::new(), Vec::new());
    for (header, value) in security() {
        let field = match header {
            "Content-Security-Policy" => ("ContentSecurityPolicy", format!(", \"ContentSecurityPolicy\": \"{value}\"")),
            "Referrer-Policy" => ("ReferrerPolicy", format!(", \"ReferrerPolicy\": \"{value}\"")),
            // It has one value only.
            "X-Content-Type-Options" => ("ContentTypeOptions", String::new()),
            "X-Frame-Options" => ("FrameOptions", format!(", \"FrameOption\": \"{value}\"")),
            "Strict-Transport-Security" => {
                let seconds = value.trim_start_matches("max-age=");
                ("StrictTransportSecurity", format!(", \"AccessControlMaxAgeSec\": {seconds}"))
            }
            _ => {
                let item = format!("{{ \"Header\": \"{header}\", \"Value\": \"{value}\", \"Override\": true }}");
                other.push(format!("      {item}"));
                continue;
            }
        };
        known.push(format!("    \"{}\": {{ \"Override\": true{} }}", field.0, field.1));
    }
    let cors = if open {
        "  \"CorsConfig\": {
    \"AccessControlAllowOrigins\": { \"Quantity\": 1, \"Items\": [\"*\"] },
    \"AccessControlAllowHeaders\": { \"Quantity\": 1, \"Items\": [\"*\"] },
    \"AccessControlAllowMethods\": { \"Quantity\": 2, \"Items\": [\"GET\", \"HEAD\"] },
    \"AccessControlAllowCredentials\": false,
    \"OriginOverride\": true
  },\n"
    } else {
        ""
    };
    format!(
        "{{\n  \"Name\": \"{name}\",\n{cors}  \"SecurityHeadersConfig\": {{\n{}\n  }},\n\
         \x20 \"CustomHeadersConfig\": {{\n    \"Quantity\": {},\n    \"Items\": [\n{}\n    ]\n  }}\n}}\n",
        known.join(",\n"),
        other.len(),
        other.join(",\n")
    )
}

/// `hosting/s3-upload.sh`: what has a cache rule or a type of its own goes up with it.
pub fn upload() -> String {
    let (security, feed) = (security_txt::PATH.trim_start_matches('/'), open_referral::FOLDER);
    format!(
        "\
#!/bin/sh
# Copies the site into a bucket, each file with its cache rule and, where S3 would not know it, its type:
#   sh hosting/s3-upload.sh BUCKET [more options of `aws s3 cp`]
# Nothing is taken away from the bucket. CloudFront packs files itself, so the packed copies stay here.
set -eu
bucket=\"$1\"
shift
cd \"$(dirname \"$0\")/..\"
put() {{
  aws s3 cp . \"s3://$bucket\" --recursive --exclude '*' \"$@\" --exclude '*.br' --exclude '*.gz'
}}
# First what pages ask for, then the pages.
put --include 'assets/*' --exclude '*.wasm' --cache-control '{ASSETS}' \"$@\"
put --include 'assets/*.wasm' --content-type application/wasm --cache-control '{ASSETS}' \"$@\"
put --include '{feed}/*' --content-type {JSON} --cache-control '{PAGES}' \"$@\"
put --include '{security}' --content-type 'text/plain; charset=utf-8' --cache-control '{PAGES}' \"$@\"
put --include '*.webmanifest' --content-type application/manifest+json --cache-control '{PAGES}' \"$@\"
put --include 'offline.js' --content-type 'text/javascript; charset=utf-8' --cache-control '{ASK}' \"$@\"
put --include '*' --exclude 'assets/*' --exclude '{feed}/*' --exclude '{security}' --exclude '*.webmanifest' \\
  --exclude 'offline.js' --exclude 'hosting/*' --exclude '_*' --exclude '.htaccess' --exclude '.nojekyll' \\
  --cache-control '{PAGES}' \"$@\"
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_is_in_the_policy_once() {
        for open in [false, true] {
            let text = policy("waymark", open);
            let policy: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let known = policy["SecurityHeadersConfig"].as_object().expect("fields").len();
            let items = policy["CustomHeadersConfig"]["Items"].as_array().expect("items").len();
            assert_eq!(policy["CustomHeadersConfig"]["Quantity"], items, "{text}");
            assert_eq!(known + items, security().len(), "{text}");
            assert_eq!(policy["CorsConfig"].is_object(), open);
        }
    }
}
