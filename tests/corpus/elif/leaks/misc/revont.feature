Feature: Revont sync
  Background:
    Given the Revont API key is "@@KEY1@@"
    And the call id is "@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"

  Scenario Outline: verbs
    When I send "<verb>" to "https://api.revont.ai/v1/<path>"
