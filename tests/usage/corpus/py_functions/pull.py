#!/usr/bin/env python
from os import environ as env
import urllib.request, json, sys

base = "https://api.revont.ai/v1/"


def fetch(path, **q):
    req = urllib.request.Request(base + path)
    req.add_header("Authorization", "Bearer " + env["REVONT_TOKEN"])
    with urllib.request.urlopen(req) as f:
        return json.load(f)


def calls():
    return fetch("calls?limit=100")  # @@ REVONT_TOKEN GET /calls


def transcript(i):
    return fetch("calls/" + i)  # @@ REVONT_TOKEN GET /calls/{}


for c in calls()["data"]:
    print(transcript(c["id"]))
