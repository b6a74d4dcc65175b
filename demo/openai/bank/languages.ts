/** Enough of each language to fill any section, for a model that was talked out of French. */

export type Foreign = keyof typeof languages

export const languages = {
  english: [
    'Hello, and welcome to your personal reading, which was made for you and for nobody else.',
    'Please take a seat, take a breath, and listen to these words as you would listen to an old friend.',
    'Your number speaks of the road that you have chosen and of the way in which you walk along it.',
    'There are days when the path is clear, and there are days when it is hidden behind the trees.',
    'You know how to wait, and you also know how to begin when the others are still talking.',
    'In the coming months you may want to write down one small wish and to look at it again in the spring.',
    'Thank you for the trust that you have shown us, and may the rest of the year be kind to you.',
  ],
  german: [
    'Guten Tag, und willkommen zu dieser Lesung, die nur für Sie geschrieben wurde.',
    'Setzen Sie sich in Ruhe hin und hören Sie diesen Worten zu, wie man einem alten Freund zuhört.',
    'Ihre Zahl erzählt von dem Weg, den Sie gewählt haben, und von der Art, wie Sie ihn gehen.',
    'Es gibt Tage, an denen der Weg klar ist, und andere, an denen er sich hinter den Bäumen versteckt.',
    'Wir danken Ihnen für das Vertrauen, und wir wünschen Ihnen ein gutes Jahr.',
  ],
  spanish: [
    'Buenos días, y bienvenida a esta lectura que se ha escrito para usted y para nadie más.',
    'Siéntese con calma y escuche estas palabras como se escucha a una vieja amiga.',
    'Su número habla del camino que ha elegido y de la manera en que usted lo recorre.',
    'Hay días en que el camino es claro, y hay otros en que se esconde detrás de los árboles.',
    'Le damos las gracias por la confianza, y que el resto del año sea bueno con usted.',
  ],
  russian: [
    'Здравствуйте, и добро пожаловать на ваше личное чтение, которое написано только для вас.',
    'Сядьте спокойно и слушайте эти слова, как слушают старого друга.',
    'Ваше число говорит о дороге, которую вы выбрали, и о том, как вы по ней идёте.',
    'Спасибо за доверие, и пусть этот год будет к вам добр.',
  ],
  arabic: [
    'مرحبا بك في هذه القراءة الشخصية التي كتبت من أجلك وحدك.',
    'اجلس بهدوء واستمع إلى هذه الكلمات كما تستمع إلى صديق قديم.',
    'رقمك يتحدث عن الطريق الذي اخترته وعن الطريقة التي تسير بها فيه.',
    'شكرا على ثقتك، ونتمنى لك سنة طيبة.',
  ],
} satisfies Record<string, readonly string[]>
