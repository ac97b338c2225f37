// Achados em português do Brasil.
import { type DiagnosisWords } from './words'

export const ptBR: DiagnosisWords = {
  titles: {
    'wrong-scaling': 'Os pixels não estão na escala da base',
    'rate-too-high': 'A taxa de aprendizado é alta demais',
    'trained-elsewhere': 'Este modelo foi treinado em outro lugar',
    leakage: 'O treino usou cópias de imagens de teste',
    'no-better-than-chance': 'Não acerta mais do que um palpite, até onde o teste mostra',
    'stopped-too-early': 'Terminou cedo demais',
    'rate-too-low': 'A taxa de aprendizado é baixa demais',
    underfitting: 'Subajuste (underfitting)',
    overfitting: 'Sobreajuste (overfitting)',
    'test-differs': 'O teste foi pior que a validação',
    'test-too-easy': 'Acerta mais no teste do que nas próprias imagens de treino',
    'test-too-small': 'Poucas imagens de teste para ter certeza',
    'weak-class': 'Uma classe fica para trás: {class}',
    'confused-classes': 'Confundidas entre si: {class} e {other}',
    overconfident: 'Tem mais certeza do que acerto',
    healthy: 'Nada chama a atenção',
  },
  seen: {
    'wrong-scaling': [
      '{base} foi treinada com pixels na escala “{own}” e aqui os recebe na escala “{scaling}”. O que ela sabe vale para números diferentes dos que vê.',
    ],
    'rate-too-high': {
      diverged: [
        'Na época {epoch}, com taxa de aprendizado de {learningRate}, a perda deixou de ser um número.',
      ],
      stuck: [
        'Com taxa de aprendizado de {learningRate}, a perda de treino terminou em {last}; um palpite dá {guessing}.',
        'Na primeira época ela subiu até {peak}.',
        'O habitual é uma taxa de {usualRate}.',
      ],
      spike: [
        'Com taxa de aprendizado de {learningRate}, a perda disparou até {peak} na primeira época; um palpite dá {guessing}.',
      ],
      rises: [
        'Com taxa de aprendizado de {learningRate}, a perda de treino subiu de {first} para {last} em {epochs|época|épocas}.',
      ],
      jumps: [
        'Com taxa de aprendizado de {learningRate}, a perda de treino saltou para cima {jumps|vez|vezes} em {epochs|época|épocas}, até {largestJump} de uma vez. Ela é medida sempre nas mesmas imagens e deveria cair.',
      ],
      spoiled: [
        'No início da fase {phase}, com taxa de aprendizado de {learningRate}, a perda de treino foi de {before} para {after} e não voltou: o mínimo foi {lowest}.',
      ],
    },
    'trained-elsewhere': [
      'Foi trazido de {file}. Não se sabe se já viu estas imagens de teste: se já viu, os números são melhores do que seriam com imagens novas.',
      '{missing|classe do conjunto de dados não está|classes do conjunto de dados não estão} entre as dele, então ele não pode acertar nenhuma imagem delas.',
      '{extra|classe dele não está|classes dele não estão} no conjunto de dados e ficam fora das respostas.',
    ],
    leakage: [
      'De {count|imagem de teste|imagens de teste}, {copies} ({share}) têm uma cópia entre as de treino; dessas, acertou {accuracyOfCopies}.',
      'Sem elas a acurácia é de {without} (intervalo de 95 %: de {low} a {high}), e não de {accuracy}.',
      'Quase nada muda: sem elas a acurácia é de {same} (intervalo de 95 %: de {low} a {high}).',
    ],
    'no-better-than-chance': {
      constant: [
        'De todas as imagens de teste diz que são “{said}”. Assim acerta {accuracy}, porque há tantas dessa classe.',
      ],
      random: [
        'Acerta {accuracy} de {count|imagem de teste|imagens de teste} (intervalo de 95 %: de {low} a {high}); previsões e rótulos não coincidem mais do que poderiam por acaso.',
        'Dizer sempre “{largestClass}” acertaria {share}.',
      ],
    },
    'stopped-too-early': {
      epochs: [
        'Quando terminou, após {epochs|época|épocas}, a perda ainda caía: de {from} para {to} nas últimas {over}.',
      ],
      one: ['Teve só uma época, e dentro dela a perda caiu de {from} para {to}.'],
      few: ['Teve só {epochs|época|épocas}, e acerta só {trainAccuracy} das próprias imagens de treino.'],
      patience: [
        'Terminou após {patience|época|épocas} sem melhora. Até então a perda de validação tinha subido {rise}, menos do que ela oscila de qualquer forma ({noise}), e a de treino ainda caía.',
      ],
    },
    'rate-too-low': [
      'Com taxa de aprendizado de {learningRate}, a perda de treino desceu em linha reta, de {first} para apenas {last} em {epochs|época|épocas}. O habitual é uma taxa de {usualRate}.',
    ],
    underfitting: [
      'Acerta só {trainAccuracy} das próprias imagens de treino (intervalo de 95 %: de {low} a {high}) e {testAccuracy} das de teste: não sabe nem o que lhe foi mostrado.',
    ],
    overfitting: [
      'Acerta {trainAccuracy} das imagens de treino e {testAccuracy} das de teste: {gap} pontos de diferença (intervalo de 95 %: de {gapLow} a {gapHigh}), mais do que o acaso explica.',
      'A perda de validação foi mínima na época {lowestEpoch} ({lowest}) e subiu para {last} até a época {lastEpoch}, enquanto a de treino continuava caindo.',
      'São mantidos os pesos da época {keptEpoch}, de antes dessa subida.',
      'Os pesos mantidos são da época {pastEpoch}, de depois da virada (perda de validação {keptLoss}).',
    ],
    'test-differs': [
      'Acerta {validationAccuracy} de {validationCount|imagem de validação|imagens de validação} e {testAccuracy} de {count|imagem de teste|imagens de teste}: {gap} pontos de diferença (intervalo de 95 %: de {gapLow} a {gapHigh}). Ou as imagens de teste são mais difíceis, ou as de validação são parecidas demais com aquilo com que o modelo ou sua base foi treinado.',
    ],
    'test-too-easy': [
      'Acerta {testAccuracy} das imagens de teste e {trainAccuracy} das de treino: {gap} pontos a mais (intervalo de 95 %: de {gapLow} a {gapHigh}). Imagens novas deveriam ser mais difíceis que as conhecidas.',
    ],
    'test-too-small': [
      'Com {count|imagem de teste|imagens de teste}, a acurácia está entre {low} e {high}; cada imagem sozinha vale {onePicture}.',
      'Com cerca de {needed} seria de ± 5 pontos.',
    ],
    'weak-class': [
      'Reconhece {recall} de {count|imagem de teste|imagens de teste} de “{class}” (intervalo de 95 %: de {low} a {high}); das demais classes, {others}.',
      'O mais frequente é tomá-la por “{taken}” ({takenCount|vez|vezes}).',
      'Ela tem {classPictures|imagem de treino|imagens de treino}; a maior classe, {mostPictures}.',
      'Mais {more|classe fica|classes ficam} para trás.',
    ],
    'confused-classes': [
      '{ab} de {count} “{class}” foram tomadas por “{other}”, e {ba} de {otherCount} “{other}” por “{class}”: {share} de ambas, mais do que erros espalhados ao acaso.',
      'Com mais {more|par acontece|pares acontece} o mesmo.',
    ],
    overconfident: [
      'Tem em média {confidence} de certeza e acerta {accuracy}: {difference} pontos a mais, em {count|imagem de teste|imagens de teste}.',
    ],
    healthy: [
      'Acerta {testAccuracy} de {count|imagem de teste|imagens de teste} (intervalo de 95 %: de {low} a {high}) e {trainAccuracy} das de treino. Nem as curvas nem os números mostram problema.',
    ],
  },
  folds: 'Visto em {folds} de {foldsOf} dobras.',
  advice: {
    'own-scaling': ['Use a escala da própria base.'],
    'check-preparation': [
      'Traga-o de novo com outra escala de pixels e veja qual classe dele é qual do conjunto de dados.',
    ],
    'lower-rate': [
      'Treine com taxa de aprendizado de {suggestedRate}.',
      'Treine com uma taxa de aprendizado menor.',
    ],
    'raise-rate': [
      'Treine com taxa de aprendizado de {suggestedRate}.',
      'Treine com uma taxa de aprendizado maior.',
    ],
    'warm-up': ['Deixe a taxa subir aos poucos numa primeira época de aquecimento.'],
    'more-epochs': ['Treine por {suggestedEpochs} épocas.', 'Treine por mais épocas.'],
    'more-patience': [
      'Espere {suggestedPatience} épocas antes de encerrar.',
      'Espere mais antes de encerrar.',
    ],
    'early-stopping': ['Encerre antes quando a perda de validação parar de cair.'],
    'restore-best': ['Mantenha os pesos da melhor época.'],
    augment: ['Varie ao acaso as imagens de treino (aumento de dados).'],
    'less-augmentation': ['Varie menos as imagens de treino.'],
    dropout: ['Use dropout.'],
    'less-dropout': ['Use menos dropout.'],
    transfer: ['Parta de uma base pré-treinada.'],
    'fine-tune': ['Ajuste também as últimas camadas da base.'],
    'larger-model': ['Use um modelo maior.'],
    'larger-size': ['Use imagens maiores.'],
    'more-pictures': ['Reúna mais imagens de treino.'],
    'more-of-class': ['Reúna mais imagens de “{class}”.', 'Reúna mais imagens da classe fraca.'],
    balance: ['Compense as classes pequenas, com pesos ou com amostragem.'],
    'look-at-mistakes': ['Veja as imagens em que ele erra.'],
    'check-labels': ['Confira os rótulos das imagens.'],
    'settle-copies': ['Tire as cópias do treino, nos achados do conjunto de dados, e treine de novo.'],
    'check-split': ['Confira como as imagens foram divididas entre treino e teste.'],
    folds: [
      'Faça validação cruzada em {suggestedFolds} dobras: assim as {total} imagens são testadas.',
      'Faça validação cruzada: assim todas as imagens são testadas.',
    ],
    'more-test-pictures': ['Reúna mais imagens de teste.'],
    'label-smoothing': ['Suavize os rótulos (0,1).'],
    calibrate: [
      'Não tome suas porcentagens ao pé da letra; a curva de confiabilidade mostra quanto se desviam.',
    ],
    'try-seeds': ['Treine com outras sementes para ver quanto é sorte.'],
  },
  tryThis: 'Experimente',
}
