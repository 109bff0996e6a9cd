"""Documents of our own writing with the traps that real ones have: soft wraps, page ends, odd spaces, dates without a year, crumbs."""
# ruff: noqa: E501 - one document has the long lines of a file that is not wrapped

SESSION_EN = """\ufeff


Concept note for a parallel session

How ports share what they know about young dockers

3rd World Forum on Work at Sea
Praia, Cabo Verde

Tuesday, June 9– 09.15 to 10.45

Unofficial translation. Original document in Portuguese.

I. Context

Ships call at many harbours in one season, and so do the boys who load them. A register that ends at the gate of one port sees only a day of their lives, while the work goes on in the next one.

Against that, a common list of names kept by the harbour masters is a small thing, but it lets an inspector



\fsee on Thursday what her colleague wrote on Monday.

II. Issues to be addressed

The session asks three harbours what they write down, who may read it and when it is thrown away. North–South and South–South visits are **compared**, with <i>their costs</i>.
"""

SESSION_FR = """ Note conceptuelle pour une session parallèle \u0020

\u00a0

Comment les ports partagent ce qu’ils savent\u0020
des jeunes dockers

à la 3e Conférence mondiale sur le travail en mer,\u0020
Praia, Cabo Verde\u0020

Mardi 9 juin 2026 – 09.15 - 10.45\u0020

Traduction non officielle. Document original en portugais.\u0020

I. Contexte\u0020\u0020

Les navires touchent beaucoup de ports en une saison, et les garçons qui les
chargent aussi. Un registre qui s’arrête à la porte d’un port ne voit qu’un jour
de leur vie, alors que le travail continue dans le suivant.\u0020
 Face à cela, une liste commune tenue par les capitaineries est peu de chose, mais
elle permet à une inspectrice de voir le jeudi ce que sa collègue a noté le lundi.

II. Questions abordées\u0020

La session demande à trois ports ce qu’ils notent, qui peut le lire et quand cela
est détruit. Les visites Nord–Sud et Sud–
Sud sont comparées, avec leurs coûts, par la main-d’œuvre portuaire elle-même.
"""

SESSION_ES = """Nota conceptual para una sesión paralela

Cómo comparten los puertos lo que saben de los jóvenes estibadores

En el 3er Foro mundial sobre el trabajo en el mar
Praia, Cabo Verde

Traducción no oficial. Documento original en portugués.

I. Contexto

Los barcos tocan muchos puertos en una temporada, y los muchachos que los cargan también. Un registro que termina en la puerta de un puerto solo ve un día de su vida.
"""

INITIATIVE_EN = """



Work at sea



Harbour Alliance for Schooling before Loading

What is it?

It is an alliance of nine harbours that agreed to keep children off the quay during school hours, with unions and shipping agents at the table.



Hosted by the harbour office of Mindelo.



Circle of Harbour Masters

One person from each harbour, and one from each dockers' union.

How does it work?

The plan runs for 2012-2027 and follows the school calendar of each harbour, so that loading times and lessons stop colliding.



Beginnings

(2012-2014):

Agreement on a common list of names and on who keeps it.



Gates

(2015-2018):

A check at every gate, done by two people, one of them from the school board.



Classrooms and consolidation

(2019-2023):

Evening classes beside the quay for those over the minimum age.



Own means

(2024-2027):

The harbours pay for the checks out of their own dues.

What has it achieved?

Fewer boys on the quay:

The checks were kept up as a **daily habit**, which shows in a drop of 1.7 thousand boys counted at night during the period 2014–2019. A **second list** is kept in case the first one burns.

One voice for nine harbours:

The harbour masters speak together at the meetings of the shipping lines.

Visits between coasts:

Two coasts exchanged inspectors for a month.

Early signs:

A model (QUAYRISK) tells three weeks ahead where boys will be asked to load. To date, 4 harbours use it.

Nobody left at the gate:

Girls who sell food on the quay are counted as well, with a **careful approach** to their reasons.

What to focus on?



To keep the gates shut the harbours concentrate on:

- i) knowing who comes;
- ii) paying adults on time;
- iii) **shipping lines** that ask no questions;
- iv) schools near the quay;
- v) reaching **those hardest to see** (night shifts; food sellers; and boys from inland).



For this, the nine harbours need to:



Count at night as well, with the QUAYRISK model and others.

Raise the budget of the gate checks.





Find other work for those of working age, such as repairing nets.

Tie the plan to the school calendar of each harbour.





Keep writing down what is new, above all at night.

Let the alliance sit where loading times are set.





Keep measuring, so that progress and gaps are both seen.

Share what was learnt with inland markets.





Find our publications HERE:



Partners supporting the Harbour Alliance:

and the pupils of nine harbours.





MINISTÉRIO DO MAR, DAS PESCAS E DOS PORTOS



"""

MODULE_EN = """Module 3 - Reading a harbour's books

a. Introductory Text
This module looks at the books that a harbour keeps: who came through the gate, what was loaded and who was paid. “Reading the Gate” is its first lesson.\u00a0
\u00a0
During this module, participants learn to lay two books side by side and to see which names appear in one of them only.\u00a0
In March 2011 and in May 2012 two agreements were signed between harbours.
b. Videos
\u00a0
\u00a0

Discussion Forum: Harbour School - Module 3

IMPORTANT:
- You can sign in with your social media account (Facebook or Twitter) or set up a DISQUS account.
- This forum has many languages and you may write in yours.
"""

MODULE_PT = """Módulo 4: Ver a rede de pesca

Duração: 6 horas

a) Texto introdutório
As redes dizem quem as remendou. Este módulo mostra como se lê um remendo e o que se pergunta a quem o fez.

b) Objetivos
- Ler um remendo.
- Perguntar sem assustar.

c) Vídeos
O remendo: https://www.youtube.com/watch?v=abc123
https://vimeo.com/987
https://example.org/film.mp4

d) Leituras complementares
Um guia das redes, de 2010.
"""

SESSION_WEB = """<!doctype html><html><head><title>A page</title><style>p{}</style></head><body>
<h1>How ports share what they know</h1>
<p>3rd World Forum on Work at Sea<br>Praia, Cabo Verde</p>
<p>Tuesday, 9 June 2026, 09:15 – 10:45</p>
<h2>Context</h2>
<p>Ships call at <b>many</b> harbours &amp; leave <a href="https://example.org/a">again</a>, <a href="javascript:alert(1)">soon</a>.</p>
<script>alert("gone")</script>
<ul><li>First</li><li>Second <em>one</em></li></ul>
<table><tr><td>Port</td><td>Praia</td></tr></table>
<img src="x.png" alt="A crane at dusk">
</body></html>
"""
