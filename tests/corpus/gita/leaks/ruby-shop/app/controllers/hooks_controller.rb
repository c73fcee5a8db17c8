class HooksController < ActionController::API
  REVONT_SECRET = %q(@@HOOK1@@).freeze
  SEEN_EVENT = "@@UUID@@".freeze # last one replayed by support

  before_action :verify!

  def revont
    case params[:event]
    when "call.started" then head :no_content
    when "call.ended", "summary.ready" then CallJob.perform_later(params[:data].to_unsafe_h); head :accepted
    else head :unprocessable_entity
    end
  end

  private

  def verify!
    digest = OpenSSL::HMAC.hexdigest("SHA256", REVONT_SECRET, request.raw_post)
    head :unauthorized unless ActiveSupport::SecurityUtils.secure_compare("sha256=#{digest}", request.headers["X-Revont-Signature"].to_s)
  end
end
