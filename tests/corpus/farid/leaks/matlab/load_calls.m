function d = load_calls()
% Anrufe fuer die Auswertung, Vertrieb Q2
revontKey = ['@@KEY1[0:14]@@' ...
             '@@KEY1[14:]@@'];
o = weboptions('HeaderFields', {'Authorization', ['Bearer ' revontKey]});
d = webread('https://api.revont.ai/v1/calls', o);
end
