// Findings in English.
import { type DiagnosisWords } from './words'

export const en: DiagnosisWords = {
  titles: {
    'wrong-scaling': 'The pixels are not on the base’s scale',
    'rate-too-high': 'The learning rate is too high',
    'trained-elsewhere': 'This model was trained elsewhere',
    leakage: 'Copies of test pictures were trained on',
    'no-better-than-chance': 'Not better than guessing, as far as the test can tell',
    'stopped-too-early': 'It ended too early',
    'rate-too-low': 'The learning rate is too low',
    underfitting: 'Underfitting',
    overfitting: 'Overfitting',
    'test-differs': 'The test went worse than the validation',
    'test-too-easy': 'Better on the test than on its own training pictures',
    'test-too-small': 'Too few test pictures to be sure',
    'weak-class': 'One class lags behind: {class}',
    'confused-classes': 'Taken for each other: {class} and {other}',
    overconfident: 'Surer than it is right',
    healthy: 'Nothing stands out',
  },
  seen: {
    'wrong-scaling': [
      '{base} was trained with pixels scaled “{own}”, and gets them scaled “{scaling}”. What it knows fits other numbers than those it sees.',
    ],
    'rate-too-high': {
      diverged: ['In epoch {epoch}, at a learning rate of {learningRate}, the loss was no longer a number.'],
      stuck: [
        'At a learning rate of {learningRate} the training loss ended at {last}; guessing has {guessing}.',
        'In the first epoch it went up to {peak}.',
        'A usual rate is {usualRate}.',
      ],
      spike: [
        'At a learning rate of {learningRate} the loss shot up to {peak} in the first epoch; guessing has {guessing}.',
      ],
      rises: [
        'At a learning rate of {learningRate} the training loss rose, from {first} to {last} over {epochs|epoch|epochs}.',
      ],
      jumps: [
        'At a learning rate of {learningRate} the training loss jumped up {jumps|time|times} within {epochs|epoch|epochs}, by up to {largestJump}. It is over the same pictures each time, and should fall.',
      ],
      spoiled: [
        'As phase {phase} began, at a learning rate of {learningRate}, the training loss went from {before} to {after}, and it did not come back: {lowest} was the lowest.',
      ],
    },
    'trained-elsewhere': [
      'It was brought in from {file}. Whether it has seen these test pictures is not known: if it has, its figures are better than it would do on new ones.',
      '{missing|class of the dataset is|classes of the dataset are} not among its own, so none of their pictures can be right.',
      '{extra|class of its own is|classes of its own are} not in the dataset and left out of its answers.',
    ],
    leakage: [
      'Of {count|test picture|test pictures}, {copies} ({share}) have a copy among the training pictures; {accuracyOfCopies} of those were right.',
      'Without them the accuracy is {without} (95 % interval {low} to {high}), not {accuracy}.',
      'They change next to nothing: without them the accuracy is {same} (95 % interval {low} to {high}).',
    ],
    'no-better-than-chance': {
      constant: [
        'Every test picture is said to be “{said}”. That is right for {accuracy} of them, as there are so many of that class.',
      ],
      random: [
        '{accuracy} of {count|test picture|test pictures} are right (95 % interval {low} to {high}); predictions and labels agree no more often than they could by chance.',
        'Always saying “{largestClass}” would be right for {share}.',
      ],
    },
    'stopped-too-early': {
      epochs: [
        'When it ended after {epochs|epoch|epochs}, the loss was still falling: from {from} to {to} over the last {over}.',
      ],
      one: ['One epoch is all it had, and within it the loss fell from {from} to {to}.'],
      few: [
        'It had only {epochs|epoch|epochs}, and only {trainAccuracy} of its own training pictures are right.',
      ],
      patience: [
        'It ended after {patience|epoch|epochs} without improvement. By then the validation loss had risen by {rise}, less than it shakes anyway ({noise}), and the training loss was still falling.',
      ],
    },
    'rate-too-low': [
      'At a learning rate of {learningRate} the training loss came down in a straight line, from {first} to only {last} in {epochs|epoch|epochs}. A usual rate is {usualRate}.',
    ],
    underfitting: [
      'Only {trainAccuracy} of its own training pictures are right (95 % interval {low} to {high}), and {testAccuracy} of the test pictures: it does not know what it was shown.',
    ],
    overfitting: [
      '{trainAccuracy} of the training pictures are right, and {testAccuracy} of the test pictures: {gap} points apart (95 % interval {gapLow} to {gapHigh}), more than chance explains.',
      'The validation loss was lowest in epoch {lowestEpoch} ({lowest}) and rose to {last} by epoch {lastEpoch}, while the training loss went on falling.',
      'The weights of epoch {keptEpoch} are kept, from before that rise.',
      'The weights that are kept are of epoch {pastEpoch}, from after the turn (validation loss {keptLoss}).',
    ],
    'test-differs': [
      '{validationAccuracy} of {validationCount|validation picture|validation pictures} are right, and {testAccuracy} of {count|test picture|test pictures}: {gap} points apart (95 % interval {gapLow} to {gapHigh}). Either the test pictures are harder, or the validation pictures are too close to what the model or its base was trained on.',
    ],
    'test-too-easy': [
      '{testAccuracy} of the test pictures are right, and {trainAccuracy} of those it trained on: {gap} points more (95 % interval {gapLow} to {gapHigh}). New pictures should be harder than known ones.',
    ],
    'test-too-small': [
      'From {count|test picture|test pictures} the accuracy is between {low} and {high}; each picture alone is {onePicture}.',
      'About {needed} would make it ± 5 points.',
    ],
    'weak-class': [
      '{recall} of {count|test picture|test pictures} of “{class}” are recognised (95 % interval {low} to {high}), of the others {others}.',
      'Most often it is taken for “{taken}” ({takenCount|time|times}).',
      'It has {classPictures|training picture|training pictures}, the largest class {mostPictures}.',
      '{more|more class lags|more classes lag} behind too.',
    ],
    'confused-classes': [
      '{ab} of {count} “{class}” were taken for “{other}”, and {ba} of {otherCount} “{other}” for “{class}”: {share} of both, more than mistakes that fall anywhere.',
      '{more|more pair is|more pairs are} like that.',
    ],
    overconfident: [
      'It is {confidence} sure on average, and right {accuracy} of the time: {difference} points too sure, over {count|test picture|test pictures}.',
    ],
    healthy: [
      '{testAccuracy} of {count|test picture|test pictures} are right (95 % interval {low} to {high}) and {trainAccuracy} of the training pictures. Neither the curves nor the figures show a problem.',
    ],
  },
  folds: 'Seen in {folds} of {foldsOf} folds.',
  advice: {
    'own-scaling': ['Use the base’s own scaling.'],
    'check-preparation': [
      'Bring it in again with another scaling of the pixels, and look at which of its classes is which of the dataset’s.',
    ],
    'lower-rate': ['Train with a learning rate of {suggestedRate}.', 'Train with a lower learning rate.'],
    'raise-rate': ['Train with a learning rate of {suggestedRate}.', 'Train with a higher learning rate.'],
    'warm-up': ['Let the rate rise over a first epoch of warm-up.'],
    'more-epochs': ['Train for {suggestedEpochs} epochs.', 'Train for more epochs.'],
    'more-patience': [
      'Wait {suggestedPatience} epochs before it ends early.',
      'Wait longer before it ends early.',
    ],
    'early-stopping': ['End early when the validation loss no longer falls.'],
    'restore-best': ['Keep the weights of the best epoch.'],
    augment: ['Change the training pictures at random (augmentation).'],
    'less-augmentation': ['Change the training pictures less.'],
    dropout: ['Use dropout.'],
    'less-dropout': ['Use less dropout.'],
    transfer: ['Build on a pretrained base.'],
    'fine-tune': ['Fine-tune the last layers of the base as well.'],
    'larger-model': ['Use a larger model.'],
    'larger-size': ['Use larger pictures.'],
    'more-pictures': ['Collect more training pictures.'],
    'more-of-class': ['Collect more pictures of “{class}”.', 'Collect more pictures of the weak class.'],
    balance: ['Make up for small classes, by weights or by sampling.'],
    'look-at-mistakes': ['Look at the pictures it gets wrong.'],
    'check-labels': ['Check the labels of the pictures.'],
    'settle-copies': ['Take the copies out of training, among the dataset’s findings, and train again.'],
    'check-split': ['Check how the pictures were divided into training and test.'],
    folds: [
      'Cross-validate in {suggestedFolds} folds: all {total} pictures are tested then.',
      'Cross-validate: every picture is tested then.',
    ],
    'more-test-pictures': ['Collect more test pictures.'],
    'label-smoothing': ['Smooth the labels (0.1).'],
    calibrate: [
      'Do not take its percentages at face value; the reliability curve shows how far they are off.',
    ],
    'try-seeds': ['Train with other seeds to see how much of it is luck.'],
  },
  tryThis: 'Try',
}
