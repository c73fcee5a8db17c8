ActiveRecord::Schema[7.1].define(version: @@NOT<2025_02_04_101112>@@) do
  create_table "revont_accounts", force: :cascade do |t|
    t.string "api_key", default: "@@NOT<unset>@@", null: false
    t.string "webhook_secret_digest", limit: 64
    t.index ["api_key"], name: "@@NOT<index_revont_accounts_on_api_key>@@", unique: true
  end
end
