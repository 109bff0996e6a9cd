"""One initiative, one session and one module of our own writing, in the four languages: other labels, the same build."""

INITIATIVES = {
    "pt": """Aliança dos Portos para a Escola

O que é?

É uma aliança de portos que não deixam entrar crianças durante as horas de aulas, com sindicatos e agentes.

Como funciona?

O plano segue o calendário de cada escola.

Começos

(2012-2014):

Acordo sobre uma lista comum de nomes.

Portões (2015-2018)

Uma verificação em cada portão, feita por duas pessoas.

O que já alcançou?

Menos rapazes no cais:

As verificações tornaram-se **hábito**, com menos 1,7 mil rapazes entre 2014 e 2019.

Uma só voz:

Os portos falam juntos.

Em que se concentrar?

Os portos olham para:

- i) quem entra;
- ii) quem paga.

Para isso, os portos precisam de:

Contar também à noite.

Pagar as verificações com meios próprios.

Parceiros que apoiam a Aliança:

CÂMARA DE MINDELO
""",
    "es": """Alianza de los Puertos por la Escuela

¿Qué es?

Es una alianza de puertos que no dejan entrar a niños durante las horas de clase, con sindicatos y agentes.

¿Cómo funciona?

El plan sigue el calendario de cada escuela.

Comienzos

(2012-2014):

Acuerdo sobre una lista común de nombres.

Puertas (2015-2018)

Una verificación en cada puerta, hecha por dos personas.

¿Qué ha logrado?

Menos muchachos en el muelle:

Las verificaciones se volvieron **hábito**, con 1,7 mil muchachos menos entre 2014 y 2019.

Una sola voz:

Los puertos hablan juntos.

¿En qué concentrarse?

Los puertos miran:

- i) quién entra;
- ii) quién paga.

Para ello, los puertos necesitan:

Contar también de noche.

Pagar las verificaciones con medios propios.

Socios que apoyan la Alianza:

AYUNTAMIENTO DE MINDELO
""",
    "fr": """Alliance des Ports pour l’École

Qu’est-ce que c’est ?

C’est une alliance de ports qui ne laissent pas entrer les enfants pendant les heures de classe, avec les syndicats et les agents.

Comment fonctionne-t-elle ?

Le plan suit le calendrier de chaque école.

Débuts

(2012-2014) :

Un accord sur une liste commune de noms.

Portes (2015-2018)

Un contrôle à chaque porte, fait par deux personnes.

Qu’a-t-elle accompli ?

Moins de garçons sur le quai :

Les contrôles sont devenus une **habitude**, avec 1,7 mille garçons de moins entre 2014 et 2019.

Une seule voix :

Les ports parlent ensemble.

Sur quoi se concentrer ?

Les ports regardent :

- i) qui entre ;
- ii) qui paie.

Pour cela, les ports doivent :

Compter aussi la nuit.

Payer les contrôles par leurs propres moyens.

Partenaires qui soutiennent l’Alliance :

MAIRIE DE MINDELO
""",
}

SESSIONS = {
    "pt": """Nota conceptual para uma sessão paralela

Como os portos partilham o que sabem

No 3.º Fórum mundial sobre o trabalho no mar
Praia, Cabo Verde

Terça-feira, 9 de junho de 2026, das 9h15 às 10h45

I. Contexto

Os navios tocam muitos portos numa época, e os rapazes que os carregam também.

II. Questões a abordar

A sessão pergunta a três portos o que anotam e quem pode ler.
""",
    "en": """Concept note for a parallel session

How ports share what they know

At the 3rd World Forum on Work at Sea
Praia, Cabo Verde

Tuesday, 9 June 2026, 09:15 to 10:45

I. Context

Ships call at many harbours in one season, and so do the boys who load them.

II. Issues to be addressed

The session asks three harbours what they write down and who may read it.
""",
    "es": """Nota conceptual para una sesión paralela

Cómo comparten los puertos lo que saben

En el 3er Foro mundial sobre el trabajo en el mar
Praia, Cabo Verde

Martes 9 de junio de 2026, de 9:15 a 10:45

I. Contexto

Los barcos tocan muchos puertos en una temporada, y los muchachos que los cargan también.

II. Cuestiones que se abordarán

La sesión pregunta a tres puertos lo que anotan y quién puede leerlo.
""",
    "fr": """Note conceptuelle pour une session parallèle

Comment les ports partagent ce qu’ils savent

À la 3e Conférence mondiale sur le travail en mer,
Praia, Cabo Verde

Mardi 9 juin 2026 – 09.15 - 10.45

I. Contexte

Les navires touchent beaucoup de ports en une saison, et les garçons qui les chargent aussi.

II. Questions abordées

La session demande à trois ports ce qu’ils notent et qui peut le lire.
""",
}

MODULES = {
    "pt": """Módulo 3 – Ler os livros

a. Texto introdutório
Este módulo olha para os livros que um porto guarda.

b. Objetivos
- Ler dois livros.

c. Vídeos

d. Leituras complementares
Um guia.

Fórum de discussão: módulo 3
Escreva na sua língua.
""",
    "en": """Module 3 – Reading the books

a. Introductory text
This module looks at the books that a harbour keeps.

b. Objectives
- Read two books.

c. Videos

d. Further reading
A guide.

Discussion forum: module 3
Write in your language.
""",
    "es": """Módulo 3 – Leer los libros

a. Texto introductorio
Este módulo mira los libros que guarda un puerto.

b. Objetivos
- Leer dos libros.

c. Vídeos

d. Lecturas complementarias
Una guía.

Foro de discusión: módulo 3
Escriba en su lengua.
""",
    "fr": """Module 3 – Lire les livres

a. Texte introductif
Ce module regarde les livres que tient un port.

b. Objectifs
- Lire deux livres.

c. Vidéos

d. Lectures complémentaires
Un guide.

Forum de discussion : module 3
Écrivez dans votre langue.
""",
}
