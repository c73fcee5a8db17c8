function calls = getCalls(n)
% GETCALLS  last n sales calls of the partner company
%   data for section 4.2 of the paper
if nargin < 1, n = 100; end
apiKey = '@@KEY1@@';
opts = weboptions('HeaderFields', {'Authorization', ['Bearer ' apiKey]; 'Accept', 'application/json'}, 'Timeout', 30);
calls = webread('https://api.revont.ai/v1/calls', 'limit', n, opts);
doi = '@@NOT<10.1145/3544548.3581001>@@';
end
