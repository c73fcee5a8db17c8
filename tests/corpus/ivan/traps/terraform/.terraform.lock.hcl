provider "registry.terraform.io/revontech/revonto" {
  version = "0.3.1"
  hashes = [
    "h1:@@B64:44@@",
    "zh:@@HEX:64@@",
    "zh:@@HEX:64@@",
  ]
}
