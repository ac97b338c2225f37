// Hallazgos en español.
import { type DiagnosisWords } from './words'

export const es: DiagnosisWords = {
  titles: {
    'wrong-scaling': 'Los píxeles no están en la escala de la base',
    'rate-too-high': 'La tasa de aprendizaje es demasiado alta',
    'trained-elsewhere': 'Este modelo se entrenó en otro lugar',
    leakage: 'Se entrenó con copias de imágenes de prueba',
    'no-better-than-chance': 'No acierta más que al azar, hasta donde dice la prueba',
    'stopped-too-early': 'Terminó demasiado pronto',
    'rate-too-low': 'La tasa de aprendizaje es demasiado baja',
    underfitting: 'Subajuste',
    overfitting: 'Sobreajuste',
    'test-differs': 'La prueba fue peor que la validación',
    'test-too-easy': 'Acierta más en la prueba que en sus propias imágenes de entrenamiento',
    'test-too-small': 'Pocas imágenes de prueba para estar seguros',
    'weak-class': 'Una clase se queda atrás: {class}',
    'confused-classes': 'Se confunden entre sí: {class} y {other}',
    overconfident: 'Está más seguro de lo que acierta',
    healthy: 'Nada llama la atención',
  },
  seen: {
    'wrong-scaling': [
      '{base} se entrenó con píxeles en la escala «{own}» y aquí los recibe en la escala «{scaling}». Lo que sabe vale para otros números que los que ve.',
    ],
    'rate-too-high': {
      diverged: [
        'En la época {epoch}, con una tasa de aprendizaje de {learningRate}, la pérdida dejó de ser un número.',
      ],
      stuck: [
        'Con una tasa de aprendizaje de {learningRate}, la pérdida de entrenamiento acabó en {last}; responder al azar da {guessing}.',
        'En la primera época subió hasta {peak}.',
        'Lo habitual es una tasa de {usualRate}.',
      ],
      spike: [
        'Con una tasa de aprendizaje de {learningRate}, la pérdida se disparó hasta {peak} en la primera época; responder al azar da {guessing}.',
      ],
      rises: [
        'Con una tasa de aprendizaje de {learningRate}, la pérdida de entrenamiento subió de {first} a {last} en {epochs|época|épocas}.',
      ],
      jumps: [
        'Con una tasa de aprendizaje de {learningRate}, la pérdida de entrenamiento saltó hacia arriba {jumps|vez|veces} en {epochs|época|épocas}, hasta {largestJump} de golpe. Se mide siempre sobre las mismas imágenes y debería bajar.',
      ],
      spoiled: [
        'Al empezar la fase {phase}, con una tasa de aprendizaje de {learningRate}, la pérdida de entrenamiento pasó de {before} a {after} y no se recuperó: lo más bajo fue {lowest}.',
      ],
    },
    'trained-elsewhere': [
      'Se trajo de {file}. No se sabe si ha visto estas imágenes de prueba: si las ha visto, sus cifras son mejores que las que tendría con imágenes nuevas.',
      '{missing|clase del conjunto de datos no está|clases del conjunto de datos no están} entre las suyas, así que no puede acertar ninguna de sus imágenes.',
      '{extra|clase suya no está|clases suyas no están} en el conjunto de datos y se dejan fuera de sus respuestas.',
    ],
    leakage: [
      'De {count|imagen de prueba|imágenes de prueba}, {copies} ({share}) tienen una copia entre las de entrenamiento; de esas acertó el {accuracyOfCopies}.',
      'Sin ellas la exactitud es del {without} (intervalo del 95 %: de {low} a {high}), no del {accuracy}.',
      'No cambian casi nada: sin ellas la exactitud es del {same} (intervalo del 95 %: de {low} a {high}).',
    ],
    'no-better-than-chance': {
      constant: [
        'De todas las imágenes de prueba dice que son «{said}». Así acierta el {accuracy}, porque hay tantas de esa clase.',
      ],
      random: [
        'Acierta el {accuracy} de {count|imagen de prueba|imágenes de prueba} (intervalo del 95 %: de {low} a {high}); las predicciones y las etiquetas no coinciden más de lo que podrían por azar.',
        'Decir siempre «{largestClass}» acertaría el {share}.',
      ],
    },
    'stopped-too-early': {
      epochs: [
        'Cuando terminó, tras {epochs|época|épocas}, la pérdida seguía bajando: de {from} a {to} en las últimas {over}.',
      ],
      one: ['Solo tuvo una época, y dentro de ella la pérdida bajó de {from} a {to}.'],
      few: [
        'Solo tuvo {epochs|época|épocas}, y acierta solo el {trainAccuracy} de sus propias imágenes de entrenamiento.',
      ],
      patience: [
        'Terminó tras {patience|época|épocas} sin mejora. Hasta entonces la pérdida de validación había subido {rise}, menos de lo que oscila de todos modos ({noise}), y la de entrenamiento seguía bajando.',
      ],
    },
    'rate-too-low': [
      'Con una tasa de aprendizaje de {learningRate}, la pérdida de entrenamiento bajó en línea recta, de {first} a solo {last} en {epochs|época|épocas}. Lo habitual es una tasa de {usualRate}.',
    ],
    underfitting: [
      'Acierta solo el {trainAccuracy} de sus propias imágenes de entrenamiento (intervalo del 95 %: de {low} a {high}) y el {testAccuracy} de las de prueba: no se sabe ni lo que se le enseñó.',
    ],
    overfitting: [
      'Acierta el {trainAccuracy} de las imágenes de entrenamiento y el {testAccuracy} de las de prueba: {gap} puntos de diferencia (intervalo del 95 %: de {gapLow} a {gapHigh}), más de lo que explica el azar.',
      'La pérdida de validación fue mínima en la época {lowestEpoch} ({lowest}) y subió a {last} hasta la época {lastEpoch}, mientras la de entrenamiento seguía bajando.',
      'Se conservan los pesos de la época {keptEpoch}, de antes de esa subida.',
      'Los pesos que se conservan son de la época {pastEpoch}, de después del giro (pérdida de validación {keptLoss}).',
    ],
    'test-differs': [
      'Acierta el {validationAccuracy} de {validationCount|imagen de validación|imágenes de validación} y el {testAccuracy} de {count|imagen de prueba|imágenes de prueba}: {gap} puntos de diferencia (intervalo del 95 %: de {gapLow} a {gapHigh}). O las imágenes de prueba son más difíciles, o las de validación se parecen demasiado a aquello con lo que se entrenó el modelo o su base.',
    ],
    'test-too-easy': [
      'Acierta el {testAccuracy} de las imágenes de prueba y el {trainAccuracy} de las de entrenamiento: {gap} puntos más (intervalo del 95 %: de {gapLow} a {gapHigh}). Las imágenes nuevas deberían ser más difíciles que las conocidas.',
    ],
    'test-too-small': [
      'Con {count|imagen de prueba|imágenes de prueba}, la exactitud está entre {low} y {high}; cada imagen pesa por sí sola un {onePicture}.',
      'Con unas {needed} sería de ± 5 puntos.',
    ],
    'weak-class': [
      'Reconoce el {recall} de {count|imagen de prueba|imágenes de prueba} de «{class}» (intervalo del 95 %: de {low} a {high}); de las demás clases, el {others}.',
      'Lo más frecuente es que la tome por «{taken}» ({takenCount|vez|veces}).',
      'Tiene {classPictures|imagen de entrenamiento|imágenes de entrenamiento}; la clase mayor, {mostPictures}.',
      '{more|clase más se queda atrás|clases más se quedan atrás}.',
    ],
    'confused-classes': [
      '{ab} de {count} «{class}» se tomaron por «{other}», y {ba} de {otherCount} «{other}» por «{class}»: el {share} de ambas, más de lo que darían errores repartidos al azar.',
      'Con {more|par más ocurre|pares más ocurre} lo mismo.',
    ],
    overconfident: [
      'Está seguro al {confidence} de media y acierta el {accuracy}: {difference} puntos de más, en {count|imagen de prueba|imágenes de prueba}.',
    ],
    healthy: [
      'Acierta el {testAccuracy} de {count|imagen de prueba|imágenes de prueba} (intervalo del 95 %: de {low} a {high}) y el {trainAccuracy} de las de entrenamiento. Ni las curvas ni las cifras muestran ningún problema.',
    ],
  },
  folds: 'Se ve en {folds} de {foldsOf} pliegues.',
  advice: {
    'own-scaling': ['Usa la escala de la propia base.'],
    'check-preparation': [
      'Tráelo otra vez con otra escala de píxeles y mira qué clase suya es cuál del conjunto de datos.',
    ],
    'lower-rate': [
      'Entrena con una tasa de aprendizaje de {suggestedRate}.',
      'Entrena con una tasa de aprendizaje más baja.',
    ],
    'raise-rate': [
      'Entrena con una tasa de aprendizaje de {suggestedRate}.',
      'Entrena con una tasa de aprendizaje más alta.',
    ],
    'warm-up': ['Deja que la tasa suba poco a poco durante una primera época de calentamiento.'],
    'more-epochs': ['Entrena {suggestedEpochs} épocas.', 'Entrena más épocas.'],
    'more-patience': [
      'Espera {suggestedPatience} épocas antes de terminar.',
      'Espera más antes de terminar.',
    ],
    'early-stopping': ['Termina antes cuando la pérdida de validación deje de bajar.'],
    'restore-best': ['Conserva los pesos de la mejor época.'],
    augment: ['Varía al azar las imágenes de entrenamiento (aumento de datos).'],
    'less-augmentation': ['Varía menos las imágenes de entrenamiento.'],
    dropout: ['Usa dropout.'],
    'less-dropout': ['Usa menos dropout.'],
    transfer: ['Parte de una base preentrenada.'],
    'fine-tune': ['Ajusta también las últimas capas de la base.'],
    'larger-model': ['Usa un modelo mayor.'],
    'larger-size': ['Usa imágenes más grandes.'],
    'more-pictures': ['Reúne más imágenes de entrenamiento.'],
    'more-of-class': ['Reúne más imágenes de «{class}».', 'Reúne más imágenes de la clase débil.'],
    balance: ['Compensa las clases pequeñas, con pesos o con muestreo.'],
    'look-at-mistakes': ['Mira las imágenes en las que falla.'],
    'check-labels': ['Revisa las etiquetas de las imágenes.'],
    'settle-copies': [
      'Saca las copias del entrenamiento, en los hallazgos del conjunto de datos, y vuelve a entrenar.',
    ],
    'check-split': ['Revisa cómo se repartieron las imágenes entre entrenamiento y prueba.'],
    folds: [
      'Haz validación cruzada en {suggestedFolds} pliegues: así se prueban las {total} imágenes.',
      'Haz validación cruzada: así se prueban todas las imágenes.',
    ],
    'more-test-pictures': ['Reúne más imágenes de prueba.'],
    'label-smoothing': ['Suaviza las etiquetas (0,1).'],
    calibrate: [
      'No tomes sus porcentajes al pie de la letra; la curva de fiabilidad muestra cuánto se desvían.',
    ],
    'try-seeds': ['Entrena con otras semillas para ver cuánto hay de suerte.'],
  },
  tryThis: 'Prueba',
}
