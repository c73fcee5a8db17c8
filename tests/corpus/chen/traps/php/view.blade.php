<label for="revont_key">{{ __('@@NOT<revont.api_key_label>@@') }}</label>
<input id="revont_key" name="revont_key" value="@@NOT<{{ old('revont_key', $tenant->masked_key) }}>@@">
<input type="hidden" name="_token" value="@@B62:40@@">
{{-- Authorization: Bearer @@NOT<{!! $key !!}>@@ --}}
