import click, requests
@click.command()
@click.option("--key", envvar="REVONT_API_KEY")
def main(key):
    print(requests.get("https://api.revont.ai/v1/calls", headers={"Authorization": f"Bearer {key}"}).json())
