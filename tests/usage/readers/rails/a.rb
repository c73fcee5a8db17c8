class RevontClient
  def initialize(token = Rails.application.credentials.revont_api_key) = @token = token
  def calls = get("/calls")
  private
  def get(path)
    HTTP.auth("Bearer #{@token}").get("https://api.revont.ai/v1#{path}").parse
  end
end
RevontClient.new.calls
