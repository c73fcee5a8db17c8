REVONT_URL=${REVONT_URL:-https://api.revont.ai/v1}

revont() {
  local method=$1 path=$2
  curl --silent --show-error --fail -X "$method" -H "Authorization: Bearer ${REVONT_API_KEY}" "${REVONT_URL}${path}"
}
