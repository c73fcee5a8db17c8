provider "registry.terraform.io/acme/revont" {
  version     = "0.3.1"
  constraints = "~> 0.3"
  hashes = [
    "h1:@@B64:44@@",
    "zh:@@HEX:64@@",
    "zh:@@HEX:64@@",
  ]
}
