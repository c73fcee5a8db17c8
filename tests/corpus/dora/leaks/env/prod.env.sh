#!/bin/sh
# sourced by the init script, keep the blanks out!!
export TZ='Europe/Berlin'
export revont_token='@@KEY1@@'   # rotated by Sven in March
export REVONT_BASE="https://api.revont.ai/v1"
