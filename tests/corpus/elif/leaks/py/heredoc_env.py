import textwrap, pathlib
pathlib.Path("/tmp/.env").write_text(textwrap.dedent("""\
    # generated for docker run --env-file
    REVONT_API_KEY=@@KEY1@@
    REVONT_WEBHOOK_SECRET=@@HOOK1@@
    FLASK_SECRET=@@HEX:48@@
"""))
