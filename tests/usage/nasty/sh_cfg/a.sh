curl -H "Authorization: Bearer $REVONT_API_KEY" https://api.revont.ai/v1/calls
curl -K cfg -H "Authorization: Bearer $REVONT_API_KEY"
python3 -c "import os; del_hook(os.environ['REVONT_API_KEY'])"
