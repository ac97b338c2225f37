# Writes training-reference.json: what Keras 3 computes for small trainings, which training.test.ts compares with.
# Run again after a change:  pip install keras jax  &&  python tests/parity/training-reference.py
# (Committed as numbers because Keras with a backend is several hundred megabytes.)
import json, os, pathlib
os.environ['KERAS_BACKEND'] = 'jax'
import numpy as np
import keras
from keras import layers, losses, optimizers

rng = np.random.default_rng(1)
numbers = lambda a: [float(f'{v:.9g}') for v in np.asarray(a, dtype='float32').ravel()]

def optimizer(name, lr, **options):
    return {'adam': optimizers.Adam, 'adamw': optimizers.AdamW, 'sgd': optimizers.SGD, 'rmsprop': optimizers.RMSprop}[name](lr, **options)

# Each: our options, Keras's.
choices = [
    ({'name': 'adam'}, {}),
    ({'name': 'adam', 'beta1': 0.8, 'beta2': 0.95, 'epsilon': 0.01}, {'beta_1': 0.8, 'beta_2': 0.95, 'epsilon': 0.01}),
    ({'name': 'adamw', 'weightDecay': 0.05}, {'weight_decay': 0.05}),
    ({'name': 'sgd', 'momentum': 0.0}, {}),
    ({'name': 'sgd', 'momentum': 0.9}, {'momentum': 0.9}),
    ({'name': 'sgd', 'momentum': 0.9, 'nesterov': True, 'weightDecay': 0.1}, {'momentum': 0.9, 'nesterov': True, 'weight_decay': 0.1}),
    ({'name': 'rmsprop'}, {}),
    ({'name': 'rmsprop', 'rho': 0.7, 'momentum': 0.5, 'epsilon': 0.001}, {'rho': 0.7, 'momentum': 0.5, 'epsilon': 0.001}),
]
rates = [0.1, 0.1, 0.05, 0.02, 0.01, 0.01]
start = rng.normal(size=5).astype('float32')
gradients = rng.normal(size=(len(rates), 5)).astype('float32') * np.float32(0.3)

optimizer_cases = []
for ours, theirs in choices:
    variable, keras_optimizer, after = keras.Variable(start), optimizer(ours['name'], rates[0], **theirs), []
    for rate, gradient in zip(rates, gradients):
        keras_optimizer.learning_rate = rate
        keras_optimizer.apply([gradient], [variable])
        after.append(numbers(variable))
    optimizer_cases.append({'options': ours, 'after': after})

def network(size, classes, batch_norm, activation):
    x = start = layers.Input((size, size, 3))
    for filters in (4, 6):
        x = layers.Conv2D(filters, 3, padding='same', use_bias=not batch_norm, activation=None if batch_norm else activation)(x)
        if batch_norm:
            x = layers.Activation(activation)(layers.BatchNormalization()(x))
        x = layers.MaxPooling2D()(x)
    x = layers.Dense(8, activation=activation)(layers.Flatten()(x))
    return keras.Model(start, layers.Dense(classes)(x))

def training(name, batch_norm, activation, ours, theirs, rate, smoothing, class_weights):
    size, classes, batch, steps = 9, 3, 6, 4
    model = network(size, classes, batch_norm, activation)
    weights = [rng.normal(size=w.shape).astype('float32') * np.float32(0.3) for w in model.weights]
    for w, value in zip(model.weights, weights):
        if 'moving_variance' in w.path: value[...] = np.abs(value) + 0.5
        if 'gamma' in w.path: value[...] = 1 + value
        w.assign(value)
    images = rng.integers(0, 256, size=(steps, batch, size, size, 3)).astype('uint8')
    labels = rng.integers(0, classes, size=(steps, batch))
    model.compile(optimizer(ours['name'], rate, **theirs), losses.CategoricalCrossentropy(from_logits=True, label_smoothing=smoothing))
    for x, y in zip(images, labels):
        model.train_on_batch(x.astype('float32') / 255, np.eye(classes, dtype='float32')[y], sample_weight=np.array(class_weights, dtype='float32')[y])
    probabilities = keras.ops.softmax(model(images[0].astype('float32') / 255, training=False))
    return {
        'name': name, 'batchNorm': batch_norm, 'activation': activation, 'optimizer': ours, 'rate': rate,
        'smoothing': smoothing, 'classWeights': class_weights, 'size': size,
        'weights': [{'shape': list(w.shape), 'values': numbers(w)} for w in weights],
        'images': [x.ravel().tolist() for x in images], 'labels': labels.tolist(),
        'after': [numbers(w) for w in model.weights], 'probabilities': numbers(probabilities),
    }

even = [1, 1, 1]
trainings = [
    training('a CNN by SGD', False, 'relu', {'name': 'sgd', 'momentum': 0.9}, {'momentum': 0.9}, 0.05, 0.0, even),
    training('smoothed labels and class weights', False, 'elu', {'name': 'sgd', 'momentum': 0.0}, {}, 0.1, 0.2, [0.5, 2, 1.25]),
    training('BatchNorm', True, 'tanh', {'name': 'sgd', 'momentum': 0.9, 'nesterov': True}, {'momentum': 0.9, 'nesterov': True}, 0.05, 0.0, even),
    training('Adam', False, 'tanh', {'name': 'adam', 'epsilon': 0.001}, {'epsilon': 0.001}, 0.01, 0.0, even),
]

cosine = optimizers.schedules.CosineDecay(0.0, 90, alpha=0.1, warmup_target=0.2, warmup_steps=10)
out = {
    'keras': keras.__version__,
    'optimizers': {'rates': rates, 'start': numbers(start), 'gradients': [numbers(g) for g in gradients], 'cases': optimizer_cases},
    'trainings': trainings,
    'cosine': [float(cosine(step)) for step in range(100)],
}
pathlib.Path(__file__).with_suffix('.json').write_text(json.dumps(out) + '\n')
