import os
import requests

KEY = os.environ["REVONT_API_KEY"]


def call(verb, path):
    return getattr(requests, verb)("https://api.revont.ai/v1" + path, headers={"Authorization": "Bearer " + KEY})


def main(argv):
    call(argv[1], argv[2])
