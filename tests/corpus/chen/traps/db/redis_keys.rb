module RevontKeys
  CALL_KEY   = '@@NOT<revont:call:%{id}:lock>@@'
  TOKEN_KEY  = '@@NOT<revont:token:tenant:%{tenant_id}>@@'
  SECRET_TTL = 86_400
  def self.cursor_key = "@@NOT<revont:cursor:cur_01HX4CDEF>@@"
  SCRIPT_SHA = '@@HEX:40@@' # EVALSHA for the lock
end
