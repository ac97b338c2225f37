import { At as toDisplayString, B as createCommentVNode, D as vModelDynamic, H as createTextVNode, L as computed, M as withModifiers, P as Fragment, R as createBaseVNode, S as useRouter, St as toRefs, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, X as mergeProps, Y as mergeModels, at as renderSlot, c as defaultPlan, ct as useModel, d as optimizer, f as schedule, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, j as withKeys, k as vModelText, m as mlpOptions, n as AppButton_default, nt as openBlock, p as cnnOptions, pt as withDirectives, s as useApi, st as useId, t as PageHeader_default, u as earlyStopping, ut as watch, w as defineStore, x as useRoute, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { t as EmptyState_default } from "./EmptyState-C_jkmd2i.js";
import { A as createContext, C as useVModel, c as AppSelect_default, d as Primitive, h as useFormControl, i as ErrorPanel_default, l as AppSegments_default, m as useForwardExpose, n as AppDisclosure_default, o as useDatasets, p as useForwardScopeId, u as VisuallyHiddenInput_default } from "./index-5uOnG9Lo.js";
import { t as SplitLegend_default } from "./SplitLegend-CVEci1vn.js";
import { t as AppField_default } from "./AppField-XCAKX-Se.js";
import { t as RunMark_default } from "./RunMark-CSVG3G-m.js";
// node_modules/reka-ui/dist/Switch/SwitchRoot.js
var [injectSwitchRootContext, provideSwitchRootContext] = /*#__PURE__*/ createContext("SwitchRoot");
var SwitchRoot_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "SwitchRoot",
	props: {
		defaultValue: {
			type: null,
			required: false
		},
		modelValue: {
			type: null,
			required: false,
			default: void 0
		},
		disabled: {
			type: Boolean,
			required: false
		},
		id: {
			type: String,
			required: false
		},
		value: {
			type: String,
			required: false,
			default: "on"
		},
		trueValue: {
			type: null,
			required: false,
			default: () => true
		},
		falseValue: {
			type: null,
			required: false,
			default: () => false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "button"
		},
		name: {
			type: String,
			required: false
		},
		required: {
			type: Boolean,
			required: false
		}
	},
	emits: ["update:modelValue"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emit = __emit;
		const { disabled } = toRefs(props);
		const modelValue = useVModel(props, "modelValue", emit, {
			defaultValue: props.defaultValue ?? props.falseValue,
			passive: props.modelValue === void 0
		});
		const checked = computed(() => modelValue.value === props.trueValue);
		function toggleCheck() {
			if (disabled.value) return;
			modelValue.value = checked.value ? props.falseValue : props.trueValue;
		}
		const { forwardRef, currentElement } = useForwardExpose();
		const isFormControl = useFormControl(currentElement);
		const scopeIdAttrs = useForwardScopeId();
		const ariaLabel = computed(() => props.id && currentElement.value ? document.querySelector(`[for="${props.id}"]`)?.innerText : void 0);
		provideSwitchRootContext({
			checked,
			toggleCheck,
			disabled
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(unref(Primitive), mergeProps({
				id: __props.id,
				ref: unref(forwardRef),
				role: "switch",
				type: __props.as === "button" ? "button" : void 0,
				value: __props.value,
				"aria-label": _ctx.$attrs["aria-label"] || ariaLabel.value,
				"aria-checked": checked.value,
				"aria-required": __props.required,
				"data-state": checked.value ? "checked" : "unchecked",
				"data-disabled": unref(disabled) ? "" : void 0,
				"as-child": __props.asChild,
				as: __props.as,
				disabled: unref(disabled)
			}, {
				...unref(scopeIdAttrs),
				..._ctx.$attrs
			}, {
				onClick: toggleCheck,
				onKeydown: withKeys(withModifiers(toggleCheck, ["prevent"]), ["enter"])
			}), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default", {
					modelValue: unref(modelValue),
					checked: checked.value
				})]),
				_: 3
			}, 16, [
				"id",
				"type",
				"value",
				"aria-label",
				"aria-checked",
				"aria-required",
				"data-state",
				"data-disabled",
				"as-child",
				"as",
				"disabled",
				"onKeydown"
			]), unref(isFormControl) && __props.name ? (openBlock(), createBlock(unref(VisuallyHiddenInput_default), mergeProps({
				key: 0,
				type: "checkbox",
				name: __props.name,
				disabled: unref(disabled),
				required: __props.required,
				value: __props.value,
				checked: checked.value
			}, unref(scopeIdAttrs)), null, 16, [
				"name",
				"disabled",
				"required",
				"value",
				"checked"
			])) : createCommentVNode("v-if", true)], 64);
		};
	}
});
// node_modules/reka-ui/dist/Switch/SwitchThumb.js
var SwitchThumb_default = /* @__PURE__ */ defineComponent({
	__name: "SwitchThumb",
	props: {
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "span"
		}
	},
	setup(__props) {
		const rootContext = injectSwitchRootContext();
		useForwardExpose();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				"data-state": unref(rootContext).checked.value ? "checked" : "unchecked",
				"data-disabled": unref(rootContext).disabled.value ? "" : void 0,
				"as-child": __props.asChild,
				as: __props.as
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, [
				"data-state",
				"data-disabled",
				"as-child",
				"as"
			]);
		};
	}
});
// src-renderer/train/draft.ts
function newModel(name) {
	return name === "cnn" ? {
		name,
		options: cnnOptions.parse({})
	} : {
		name,
		options: mlpOptions.parse({})
	};
}
var newOptimizer = (name) => optimizer.parse({ name });
var newSchedule = (name) => schedule.parse({ name });
/** A learning rate that suits an optimizer to begin with. */
var usualRate = (name) => name === "sgd" ? .01 : .001;
/** @param trainImages what suits depends on how many pictures there are to train on */
function newConditions(trainImages = 0) {
	const whole = defaultPlan(trainImages);
	const [phase] = whole.phases;
	return {
		dataset: "",
		size: 0,
		epochs: phase.epochs,
		learningRate: phase.learningRate,
		optimizer: phase.optimizer,
		schedule: phase.schedule,
		plan: whole,
		seed: 1,
		backend: "auto"
	};
}
/** Another dataset was chosen: what was left as suggested follows its size, what was changed by hand stays. */
function adapt(conditions, before, now) {
	const old = newConditions(before);
	const next = newConditions(now);
	if (conditions.epochs === old.epochs) conditions.epochs = next.epochs;
	if (conditions.plan.batch === old.plan.batch) conditions.plan.batch = next.plan.batch;
	const { earlyStopping } = conditions.plan;
	if (earlyStopping && next.plan.earlyStopping && earlyStopping.patience === old.plan.earlyStopping?.patience) earlyStopping.patience = next.plan.earlyStopping.patience;
}
function toRequests(models, conditions) {
	const { dataset, size, epochs, learningRate, seed, backend } = conditions;
	return models.map(({ name, choice }) => ({
		...name.trim() && { name: name.trim() },
		dataset,
		model: choice,
		...size > 0 && { size },
		plan: {
			...conditions.plan,
			phases: [{
				epochs,
				trainable: "all",
				learningRate,
				optimizer: conditions.optimizer,
				schedule: conditions.schedule
			}]
		},
		seed,
		...backend !== "auto" && { backend }
	}));
}
/** `32, 64 128` → [32, 64, 128]; null where it is not a list of whole numbers in the range. */
function parseNumbers(text, range) {
	const numbers = text.split(/[\s,;]+/).filter(Boolean).map(Number);
	const fits = (value) => Number.isInteger(value) && value >= range.min && value <= range.max;
	return numbers.every(fits) && numbers.length >= range.least && numbers.length <= range.most ? numbers : null;
}
// src-renderer/stores/draft.ts
var useDraft = defineStore("draft", () => {
	let lastKey = 0;
	const make = (name) => ({
		key: ++lastKey,
		name: "",
		choice: newModel(name)
	});
	const models = ref([make("cnn"), make("mlp")]);
	const conditions = ref(newConditions());
	/** The dataset that the suggestions were made for. */
	let suited = null;
	return {
		models,
		conditions,
		suit({ id, images }) {
			if (suited?.id === id) return;
			adapt(conditions.value, suited?.train ?? 0, images.train);
			if (suited) conditions.value.size = 0;
			suited = {
				id,
				train: images.train
			};
		},
		add(name) {
			models.value.push(make(name));
		},
		duplicate(model) {
			const at = models.value.indexOf(model);
			const choice = JSON.parse(JSON.stringify(model.choice));
			models.value.splice(at + 1, 0, {
				key: ++lastKey,
				name: "",
				choice
			});
		},
		remove(model) {
			models.value = models.value.filter((one) => one !== model);
		}
	};
});
// src-renderer/components/ui/AppNumber.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$10 = [
	"id",
	"min",
	"max",
	"step",
	"aria-describedby",
	"aria-invalid"
];
// src-renderer/components/ui/AppNumber.vue
var AppNumber_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "AppNumber",
	props: /*@__PURE__*/ mergeModels({
		label: {},
		min: {},
		max: {},
		whole: { type: Boolean },
		step: {},
		hint: {}
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const props = __props;
		const model = useModel(__props, "modelValue");
		const { t, f } = useText();
		const text = ref(String(model.value));
		const error = ref("");
		watch(model, (value) => {
			if (Number(text.value) !== value) text.value = String(value);
			error.value = "";
		});
		function read() {
			const value = Number(text.value);
			if (text.value.trim() !== "" && Number.isFinite(value) && value >= props.min && value <= props.max && (!props.whole || Number.isInteger(value))) {
				error.value = "";
				model.value = value;
			} else {
				const range = {
					min: f.value.number(props.min, 6),
					max: f.value.number(props.max, 6)
				};
				error.value = t(props.whole ? "common.wholeBetween" : "common.between", range);
			}
		}
		function leave() {
			if (!error.value) return;
			text.value = String(model.value);
			error.value = "";
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(AppField_default, {
				label: __props.label,
				hint: __props.hint,
				error: error.value
			}, {
				default: withCtx(({ id, described }) => [withDirectives(createBaseVNode("input", mergeProps({
					id,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => text.value = $event),
					class: "control",
					type: "number",
					min: __props.min,
					max: __props.max,
					step: __props.step ?? (__props.whole ? 1 : "any"),
					"aria-describedby": described,
					"aria-invalid": error.value !== ""
				}, _ctx.$attrs, {
					onInput: read,
					onBlur: leave
				}), null, 16, _hoisted_1$10), [[vModelText, text.value]])]),
				_: 1
			}, 8, [
				"label",
				"hint",
				"error"
			]);
		};
	}
});
// src-renderer/components/ui/AppSwitch.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$9 = { class: "line" };
var _hoisted_2$4 = ["for"];
var _hoisted_3$4 = {
	key: 0,
	class: "hint"
};
// src-renderer/components/ui/AppSwitch.vue
var AppSwitch_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "AppSwitch",
	props: /*@__PURE__*/ mergeModels({
		label: {},
		hint: {}
	}, {
		"modelValue": {
			type: Boolean,
			required: true
		},
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const model = useModel(__props, "modelValue");
		const id = useId();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$9, [createVNode(unref(SwitchRoot_default), mergeProps({
				id: unref(id),
				modelValue: model.value,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => model.value = $event),
				class: "switch"
			}, _ctx.$attrs), {
				default: withCtx(() => [createVNode(unref(SwitchThumb_default), { class: "thumb" })]),
				_: 1
			}, 16, ["id", "modelValue"]), createBaseVNode("label", { for: unref(id) }, [createTextVNode(toDisplayString(__props.label) + " ", 1), __props.hint ? (openBlock(), createElementBlock("span", _hoisted_3$4, toDisplayString(__props.hint), 1)) : createCommentVNode("", true)], 8, _hoisted_2$4)]);
		};
	}
}), [["__scopeId", "data-v-fd42941d"]]);
// src-renderer/train/AugmentationFields.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$8 = { class: "fields" };
// src-renderer/train/AugmentationFields.vue
var AugmentationFields_default = /* @__PURE__ */ defineComponent({
	__name: "AugmentationFields",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const augmentation = useModel(__props, "modelValue");
		const { t } = useText();
		const amounts = [
			{
				name: "shift",
				max: .5,
				step: .05
			},
			{
				name: "rotation",
				max: 180,
				step: 5
			},
			{
				name: "zoom",
				max: .9,
				step: .05
			},
			{
				name: "brightness",
				max: 1,
				step: .05
			},
			{
				name: "contrast",
				max: 1,
				step: .05
			},
			{
				name: "saturation",
				max: 1,
				step: .05
			}
		];
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$8, [createVNode(AppSwitch_default, {
				modelValue: augmentation.value.flip,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => augmentation.value.flip = $event),
				label: unref(t)("train.augment.flip"),
				"data-test": "augment-flip"
			}, null, 8, ["modelValue", "label"]), (openBlock(), createElementBlock(Fragment, null, renderList(amounts, (amount) => {
				return createVNode(AppNumber_default, {
					key: amount.name,
					modelValue: augmentation.value[amount.name],
					"onUpdate:modelValue": ($event) => augmentation.value[amount.name] = $event,
					label: unref(t)(`train.augment.${amount.name}`),
					min: 0,
					max: amount.max,
					step: amount.step,
					"data-test": `augment-${amount.name}`
				}, null, 8, [
					"modelValue",
					"onUpdate:modelValue",
					"label",
					"max",
					"step",
					"data-test"
				]);
			}), 64))]);
		};
	}
});
// src-renderer/train/options.ts
var activationOptions = [
	{
		value: "relu",
		label: "ReLU"
	},
	{
		value: "elu",
		label: "ELU"
	},
	{
		value: "tanh",
		label: "tanh"
	}
];
var optimizerOptions = [
	{
		value: "adam",
		label: "Adam"
	},
	{
		value: "adamw",
		label: "AdamW"
	},
	{
		value: "sgd",
		label: "SGD"
	},
	{
		value: "rmsprop",
		label: "RMSprop"
	}
];
// src-renderer/train/OptimizerFields.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$7 = { class: "fields" };
// src-renderer/train/OptimizerFields.vue
var OptimizerFields_default = /* @__PURE__ */ defineComponent({
	__name: "OptimizerFields",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const conditions = useModel(__props, "modelValue");
		const { t } = useText();
		const name = computed({
			get: () => conditions.value.optimizer.name,
			set(chosen) {
				if (conditions.value.learningRate === usualRate(name.value)) conditions.value.learningRate = usualRate(chosen);
				conditions.value.optimizer = newOptimizer(chosen);
			}
		});
		const curve = computed({
			get: () => conditions.value.schedule.name,
			set(chosen) {
				const { warmupEpochs } = conditions.value.schedule;
				conditions.value.schedule = {
					...newSchedule(chosen),
					warmupEpochs
				};
			}
		});
		const curves = computed(() => [
			"constant",
			"cosine",
			"step"
		].map((value) => ({
			value,
			label: t(`train.schedules.${value}`)
		})));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$7, [
				createVNode(AppSelect_default, {
					modelValue: name.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => name.value = $event),
					label: unref(t)("train.optimizer"),
					options: unref(optimizerOptions),
					"data-test": "optimizer"
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				conditions.value.optimizer.name === "sgd" || conditions.value.optimizer.name === "rmsprop" ? (openBlock(), createBlock(AppNumber_default, {
					key: 0,
					modelValue: conditions.value.optimizer.momentum,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => conditions.value.optimizer.momentum = $event),
					label: unref(t)("train.momentum"),
					min: 0,
					max: .999,
					step: .05
				}, null, 8, ["modelValue", "label"])) : createCommentVNode("", true),
				conditions.value.optimizer.name === "sgd" || conditions.value.optimizer.name === "adamw" ? (openBlock(), createBlock(AppNumber_default, {
					key: 1,
					modelValue: conditions.value.optimizer.weightDecay,
					"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => conditions.value.optimizer.weightDecay = $event),
					label: unref(t)("train.weightDecay"),
					min: 0,
					max: 1,
					step: .001
				}, null, 8, ["modelValue", "label"])) : createCommentVNode("", true),
				conditions.value.optimizer.name === "sgd" ? (openBlock(), createBlock(AppSwitch_default, {
					key: 2,
					modelValue: conditions.value.optimizer.nesterov,
					"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => conditions.value.optimizer.nesterov = $event),
					label: unref(t)("train.nesterov")
				}, null, 8, ["modelValue", "label"])) : createCommentVNode("", true),
				createVNode(AppSelect_default, {
					modelValue: curve.value,
					"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => curve.value = $event),
					label: unref(t)("train.schedule"),
					options: curves.value,
					"data-test": "schedule"
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createVNode(AppNumber_default, {
					modelValue: conditions.value.schedule.warmupEpochs,
					"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => conditions.value.schedule.warmupEpochs = $event),
					label: unref(t)("train.warmup"),
					min: 0,
					max: 1e3,
					step: .5
				}, null, 8, ["modelValue", "label"]),
				conditions.value.schedule.name === "cosine" ? (openBlock(), createBlock(AppNumber_default, {
					key: 3,
					modelValue: conditions.value.schedule.floor,
					"onUpdate:modelValue": _cache[6] || (_cache[6] = ($event) => conditions.value.schedule.floor = $event),
					label: unref(t)("train.floor"),
					min: 0,
					max: 1,
					step: .01
				}, null, 8, ["modelValue", "label"])) : createCommentVNode("", true),
				conditions.value.schedule.name === "step" ? (openBlock(), createElementBlock(Fragment, { key: 4 }, [createVNode(AppNumber_default, {
					modelValue: conditions.value.schedule.everyEpochs,
					"onUpdate:modelValue": _cache[7] || (_cache[7] = ($event) => conditions.value.schedule.everyEpochs = $event),
					label: unref(t)("train.everyEpochs"),
					min: .1,
					max: 1e4,
					step: 1
				}, null, 8, ["modelValue", "label"]), createVNode(AppNumber_default, {
					modelValue: conditions.value.schedule.factor,
					"onUpdate:modelValue": _cache[8] || (_cache[8] = ($event) => conditions.value.schedule.factor = $event),
					label: unref(t)("train.factor"),
					min: .01,
					max: 1,
					step: .1
				}, null, 8, ["modelValue", "label"])], 64)) : createCommentVNode("", true)
			]);
		};
	}
});
// src-renderer/train/OtherFields.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$6 = { class: "stack" };
var _hoisted_2$3 = { class: "fields" };
var _hoisted_3$3 = { class: "switches" };
var _hoisted_4$2 = { class: "fields" };
// src-renderer/train/OtherFields.vue
var OtherFields_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "OtherFields",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const conditions = useModel(__props, "modelValue");
		const { t } = useText();
		const stops = computed({
			get: () => conditions.value.plan.earlyStopping !== null,
			set: (on) => conditions.value.plan.earlyStopping = on ? earlyStopping.parse({}) : null
		});
		const monitors = computed(() => ["validationLoss", "validationAccuracy"].map((value) => ({
			value,
			label: t(`train.monitors.${value}`)
		})));
		const balanced = computed({
			get: () => conditions.value.plan.classWeights === "balanced",
			set: (on) => conditions.value.plan.classWeights = on ? "balanced" : "none"
		});
		const backends = computed(() => [
			{
				value: "auto",
				label: t("train.backendAuto")
			},
			{
				value: "tensorflow",
				label: "TensorFlow"
			},
			{
				value: "wasm",
				label: "WebAssembly"
			}
		]);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$6, [
				createBaseVNode("div", _hoisted_2$3, [createVNode(AppSwitch_default, {
					modelValue: stops.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => stops.value = $event),
					label: unref(t)("train.earlyStopping"),
					"data-test": "early-stopping"
				}, null, 8, ["modelValue", "label"]), conditions.value.plan.earlyStopping ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createVNode(AppNumber_default, {
					modelValue: conditions.value.plan.earlyStopping.patience,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => conditions.value.plan.earlyStopping.patience = $event),
					label: unref(t)("train.patience"),
					min: 1,
					max: 1e3,
					whole: ""
				}, null, 8, ["modelValue", "label"]), createVNode(AppSelect_default, {
					modelValue: conditions.value.plan.earlyStopping.monitor,
					"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => conditions.value.plan.earlyStopping.monitor = $event),
					label: unref(t)("train.monitor"),
					options: monitors.value
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				])], 64)) : createCommentVNode("", true)]),
				createBaseVNode("div", _hoisted_3$3, [createVNode(AppSwitch_default, {
					modelValue: conditions.value.plan.restoreBest,
					"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => conditions.value.plan.restoreBest = $event),
					label: unref(t)("train.restoreBest"),
					hint: unref(t)("train.restoreBestHint")
				}, null, 8, [
					"modelValue",
					"label",
					"hint"
				]), createVNode(AppSwitch_default, {
					modelValue: balanced.value,
					"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => balanced.value = $event),
					label: unref(t)("train.classWeights"),
					hint: unref(t)("train.classWeightsHint")
				}, null, 8, [
					"modelValue",
					"label",
					"hint"
				])]),
				createBaseVNode("div", _hoisted_4$2, [
					createVNode(AppNumber_default, {
						modelValue: conditions.value.plan.labelSmoothing,
						"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => conditions.value.plan.labelSmoothing = $event),
						label: unref(t)("train.labelSmoothing"),
						min: 0,
						max: .5,
						step: .05
					}, null, 8, ["modelValue", "label"]),
					createVNode(AppNumber_default, {
						modelValue: conditions.value.seed,
						"onUpdate:modelValue": _cache[6] || (_cache[6] = ($event) => conditions.value.seed = $event),
						label: unref(t)("train.seed"),
						hint: unref(t)("train.seedHint"),
						min: 0,
						max: 2147483647,
						whole: "",
						"data-test": "seed"
					}, null, 8, [
						"modelValue",
						"label",
						"hint"
					]),
					createVNode(AppSelect_default, {
						modelValue: conditions.value.backend,
						"onUpdate:modelValue": _cache[7] || (_cache[7] = ($event) => conditions.value.backend = $event),
						label: unref(t)("train.backend"),
						options: backends.value,
						"data-test": "backend"
					}, null, 8, [
						"modelValue",
						"label",
						"options"
					])
				])
			]);
		};
	}
}), [["__scopeId", "data-v-cfa1aec3"]]);
// src-renderer/train/ConditionsCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$5 = { class: "conditions card" };
var _hoisted_2$2 = { class: "quiet" };
var _hoisted_3$2 = { class: "main" };
var _hoisted_4$1 = { class: "folded" };
// src-renderer/train/ConditionsCard.vue
var ConditionsCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ConditionsCard",
	props: /*@__PURE__*/ mergeModels({
		datasets: {},
		dataset: {}
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const props = __props;
		const conditions = useModel(__props, "modelValue");
		const { t, f } = useText();
		const datasetOptions = computed(() => props.datasets.map(({ id, name }) => ({
			value: id,
			label: name
		})));
		const size = computed({
			get: () => conditions.value.size || props.dataset?.size || 32,
			set: (pixels) => conditions.value.size = pixels === props.dataset?.size ? 0 : pixels
		});
		const notes = computed(() => {
			const { optimizer, schedule, plan, seed } = conditions.value;
			const { flip, ...amounts } = plan.augmentation;
			const changes = [flip && "flip", ...Object.entries(amounts).map(([name, amount]) => amount > 0 && name)].filter(Boolean);
			return {
				optimizer: `${optimizer.name === "rmsprop" ? "RMSprop" : optimizer.name === "sgd" ? "SGD" : optimizer.name === "adam" ? "Adam" : "AdamW"}, ${t(`train.schedules.${schedule.name}`).toLowerCase()}`,
				augmentation: changes.length ? f.value.list(changes.map((name) => t(`train.augment.${String(name)}`))) : t("train.augmentNone"),
				other: `${t(plan.earlyStopping ? "train.stopsEarly" : "train.allEpochs")}, ${t("train.seedIs", { seed })}`
			};
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", _hoisted_1$5, [
				createBaseVNode("div", null, [createBaseVNode("h2", null, toDisplayString(unref(t)("train.conditions")), 1), createBaseVNode("p", _hoisted_2$2, toDisplayString(unref(t)("train.conditionsText")), 1)]),
				createBaseVNode("div", _hoisted_3$2, [
					createVNode(AppSelect_default, {
						modelValue: conditions.value.dataset,
						"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => conditions.value.dataset = $event),
						label: unref(t)("train.dataset"),
						options: datasetOptions.value,
						"data-test": "dataset",
						class: "dataset"
					}, null, 8, [
						"modelValue",
						"label",
						"options"
					]),
					createVNode(AppNumber_default, {
						modelValue: conditions.value.epochs,
						"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => conditions.value.epochs = $event),
						label: unref(t)("train.epochs"),
						min: 1,
						max: 1e4,
						whole: "",
						"data-test": "epochs"
					}, null, 8, ["modelValue", "label"]),
					createVNode(AppNumber_default, {
						modelValue: conditions.value.plan.batch,
						"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => conditions.value.plan.batch = $event),
						label: unref(t)("train.batch"),
						min: 1,
						max: 8192,
						whole: "",
						"data-test": "batch"
					}, null, 8, ["modelValue", "label"]),
					createVNode(AppNumber_default, {
						modelValue: conditions.value.learningRate,
						"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => conditions.value.learningRate = $event),
						label: unref(t)("train.learningRate"),
						min: 1e-7,
						max: 100,
						step: 1e-4,
						"data-test": "learning-rate"
					}, null, 8, ["modelValue", "label"]),
					createVNode(AppNumber_default, {
						modelValue: size.value,
						"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => size.value = $event),
						label: unref(t)("train.size"),
						min: 8,
						max: 1024,
						whole: "",
						"data-test": "size"
					}, null, 8, ["modelValue", "label"])
				]),
				__props.dataset ? (openBlock(), createBlock(SplitLegend_default, {
					key: 0,
					counts: __props.dataset.images
				}, null, 8, ["counts"])) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_4$1, [
					createVNode(AppDisclosure_default, {
						label: unref(t)("train.optimizerTitle"),
						note: notes.value.optimizer,
						"data-test": "optimizer-options"
					}, {
						default: withCtx(() => [createVNode(OptimizerFields_default, {
							modelValue: conditions.value,
							"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => conditions.value = $event)
						}, null, 8, ["modelValue"])]),
						_: 1
					}, 8, ["label", "note"]),
					createVNode(AppDisclosure_default, {
						label: unref(t)("train.augmentTitle"),
						note: notes.value.augmentation,
						"data-test": "augmentation-options"
					}, {
						default: withCtx(() => [createVNode(AugmentationFields_default, {
							modelValue: conditions.value.plan.augmentation,
							"onUpdate:modelValue": _cache[6] || (_cache[6] = ($event) => conditions.value.plan.augmentation = $event)
						}, null, 8, ["modelValue"])]),
						_: 1
					}, 8, ["label", "note"]),
					createVNode(AppDisclosure_default, {
						label: unref(t)("train.otherTitle"),
						note: notes.value.other,
						"data-test": "other-options"
					}, {
						default: withCtx(() => [createVNode(OtherFields_default, {
							modelValue: conditions.value,
							"onUpdate:modelValue": _cache[7] || (_cache[7] = ($event) => conditions.value = $event)
						}, null, 8, ["modelValue"])]),
						_: 1
					}, 8, ["label", "note"])
				])
			]);
		};
	}
}), [["__scopeId", "data-v-cb0d8f7c"]]);
// src-renderer/components/ui/AppNumberList.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$4 = [
	"id",
	"aria-describedby",
	"aria-invalid"
];
// src-renderer/components/ui/AppNumberList.vue
var AppNumberList_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "AppNumberList",
	props: /*@__PURE__*/ mergeModels({
		label: {},
		hint: {},
		min: {},
		max: {},
		least: {},
		most: {}
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const props = __props;
		const model = useModel(__props, "modelValue");
		const { t } = useText();
		const text = ref(model.value.join(", "));
		const error = ref("");
		watch(model, (numbers) => {
			if (parseNumbers(text.value, props)?.join() !== numbers.join()) text.value = numbers.join(", ");
		});
		function read() {
			const numbers = parseNumbers(text.value, props);
			error.value = numbers ? "" : t("common.wholeList", {
				min: props.min,
				max: props.max,
				most: props.most
			});
			if (numbers) model.value = numbers;
		}
		function leave() {
			text.value = model.value.join(", ");
			error.value = "";
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(AppField_default, {
				label: __props.label,
				hint: __props.hint,
				error: error.value
			}, {
				default: withCtx(({ id, described }) => [withDirectives(createBaseVNode("input", mergeProps({
					id,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => text.value = $event),
					class: "control",
					inputmode: "numeric",
					autocomplete: "off",
					"aria-describedby": described,
					"aria-invalid": error.value !== ""
				}, _ctx.$attrs, {
					onInput: read,
					onBlur: leave
				}), null, 16, _hoisted_1$4), [[vModelDynamic, text.value]])]),
				_: 1
			}, 8, [
				"label",
				"hint",
				"error"
			]);
		};
	}
});
// src-renderer/train/CnnFields.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = { class: "fields" };
// src-renderer/train/CnnFields.vue
var CnnFields_default = /* @__PURE__ */ defineComponent({
	__name: "CnnFields",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const options = useModel(__props, "modelValue");
		const { t } = useText();
		const kernels = [
			1,
			3,
			5,
			7
		].map((value) => ({
			value,
			label: `${value} × ${value}`
		}));
		const poolings = computed(() => ["flatten", "globalAverage"].map((value) => ({
			value,
			label: t(`train.pooling.${value}`)
		})));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$3, [
				createVNode(AppNumberList_default, {
					modelValue: options.value.filters,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => options.value.filters = $event),
					class: "wide",
					label: unref(t)("train.filters"),
					hint: unref(t)("train.filtersHint"),
					min: 1,
					max: 1024,
					least: 1,
					most: 8,
					"data-test": "filters"
				}, null, 8, [
					"modelValue",
					"label",
					"hint"
				]),
				createVNode(AppNumber_default, {
					modelValue: options.value.convolutionsPerBlock,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => options.value.convolutionsPerBlock = $event),
					label: unref(t)("train.convolutions"),
					min: 1,
					max: 4,
					whole: ""
				}, null, 8, ["modelValue", "label"]),
				createVNode(AppSelect_default, {
					modelValue: options.value.kernel,
					"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => options.value.kernel = $event),
					label: unref(t)("train.kernel"),
					options: unref(kernels)
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createVNode(AppNumber_default, {
					modelValue: options.value.dense,
					"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => options.value.dense = $event),
					label: unref(t)("train.dense"),
					min: 0,
					max: 4096,
					whole: "",
					"data-test": "dense"
				}, null, 8, ["modelValue", "label"]),
				createVNode(AppSelect_default, {
					modelValue: options.value.pooling,
					"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => options.value.pooling = $event),
					label: unref(t)("train.poolingLabel"),
					options: poolings.value
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createVNode(AppNumber_default, {
					modelValue: options.value.blockDropout,
					"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => options.value.blockDropout = $event),
					label: unref(t)("train.blockDropout"),
					min: 0,
					max: .9,
					step: .05
				}, null, 8, ["modelValue", "label"]),
				createVNode(AppNumber_default, {
					modelValue: options.value.dropout,
					"onUpdate:modelValue": _cache[6] || (_cache[6] = ($event) => options.value.dropout = $event),
					label: unref(t)("train.dropout"),
					min: 0,
					max: .9,
					step: .05
				}, null, 8, ["modelValue", "label"]),
				createVNode(AppSelect_default, {
					modelValue: options.value.activation,
					"onUpdate:modelValue": _cache[7] || (_cache[7] = ($event) => options.value.activation = $event),
					label: unref(t)("train.activation"),
					options: unref(activationOptions)
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createVNode(AppSwitch_default, {
					modelValue: options.value.batchNorm,
					"onUpdate:modelValue": _cache[8] || (_cache[8] = ($event) => options.value.batchNorm = $event),
					label: unref(t)("train.batchNorm"),
					"data-test": "batch-norm"
				}, null, 8, ["modelValue", "label"])
			]);
		};
	}
});
// src-renderer/train/MlpFields.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = { class: "fields" };
// src-renderer/train/MlpFields.vue
var MlpFields_default = /* @__PURE__ */ defineComponent({
	__name: "MlpFields",
	props: {
		"modelValue": { required: true },
		"modelModifiers": {}
	},
	emits: ["update:modelValue"],
	setup(__props) {
		const options = useModel(__props, "modelValue");
		const { t } = useText();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$2, [
				createVNode(AppNumberList_default, {
					modelValue: options.value.hidden,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => options.value.hidden = $event),
					class: "wide",
					label: unref(t)("train.hidden"),
					hint: unref(t)("train.hiddenHint"),
					min: 1,
					max: 4096,
					least: 0,
					most: 8,
					"data-test": "hidden"
				}, null, 8, [
					"modelValue",
					"label",
					"hint"
				]),
				createVNode(AppNumber_default, {
					modelValue: options.value.dropout,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => options.value.dropout = $event),
					label: unref(t)("train.dropout"),
					min: 0,
					max: .9,
					step: .05
				}, null, 8, ["modelValue", "label"]),
				createVNode(AppSelect_default, {
					modelValue: options.value.activation,
					"onUpdate:modelValue": _cache[2] || (_cache[2] = ($event) => options.value.activation = $event),
					label: unref(t)("train.activation"),
					options: unref(activationOptions)
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createVNode(AppSwitch_default, {
					modelValue: options.value.batchNorm,
					"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => options.value.batchNorm = $event),
					label: unref(t)("train.batchNorm")
				}, null, 8, ["modelValue", "label"])
			]);
		};
	}
});
// src-renderer/train/useDescription.ts
/** Long enough for a number to be typed to its end. */
var pause = 150;
/** @param question the model with its input and output, or null while that is not known */
function useDescription(question) {
	const api = useApi();
	const summary = ref(null);
	const error = ref(null);
	let asked = 0;
	watch(question, (now, _before, onCleanup) => {
		if (!now) return;
		const mine = ++asked;
		const params = JSON.parse(JSON.stringify(now));
		const timer = setTimeout(() => {
			api.call("models.describe", params).then((found) => {
				if (mine !== asked) return;
				summary.value = found;
				error.value = null;
			}, (thrown) => {
				if (mine === asked) error.value = thrown;
			});
		}, summary.value ? pause : 0);
		onCleanup(() => clearTimeout(timer));
	}, {
		deep: true,
		immediate: true
	});
	return {
		summary,
		error
	};
}
// src-renderer/train/ModelCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["data-model"];
var _hoisted_2$1 = { class: "row spread" };
var _hoisted_3$1 = { class: "row" };
var _hoisted_4 = { class: "row tight" };
var _hoisted_5 = { class: "quiet about" };
var _hoisted_6 = {
	key: 1,
	class: "size"
};
var _hoisted_7 = {
	class: "num",
	"data-test": "parameters"
};
var _hoisted_8 = { class: "small quiet" };
var _hoisted_9 = { class: "stack" };
var _hoisted_10 = ["id", "placeholder"];
var _hoisted_11 = ["aria-label"];
var _hoisted_12 = { class: "num" };
var _hoisted_13 = { class: "visually-hidden" };
var _hoisted_14 = { scope: "col" };
var _hoisted_15 = { scope: "col" };
var _hoisted_16 = { scope: "col" };
var _hoisted_17 = { scope: "row" };
var _hoisted_18 = { class: "quiet" };
var _hoisted_19 = { class: "end" };
// src-renderer/train/ModelCard.vue
var ModelCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ModelCard",
	props: /*@__PURE__*/ mergeModels({
		place: {},
		size: {},
		classes: {},
		only: { type: Boolean }
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: /*@__PURE__*/ mergeModels(["remove", "duplicate"], ["update:modelValue"]),
	setup(__props) {
		const props = __props;
		const model = useModel(__props, "modelValue");
		const { t, f } = useText();
		const { summary, error } = useDescription(() => props.classes > 1 ? {
			model: model.value.choice,
			size: props.size,
			classes: props.classes
		} : null);
		const kinds = [{
			value: "cnn",
			label: "CNN"
		}, {
			value: "mlp",
			label: "MLP"
		}];
		const kind = computed({
			get: () => model.value.choice.name,
			set: (name) => model.value.choice = newModel(name)
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("article", {
				class: "model card",
				"data-test": "model-card",
				"data-model": model.value.choice.name
			}, [
				createBaseVNode("div", _hoisted_2$1, [createBaseVNode("div", _hoisted_3$1, [createVNode(RunMark_default, { place: __props.place }, null, 8, ["place"]), createVNode(AppSegments_default, {
					modelValue: kind.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => kind.value = $event),
					label: unref(t)("train.kind"),
					options: kinds,
					"data-test": "model-kind"
				}, null, 8, ["modelValue", "label"])]), createBaseVNode("div", _hoisted_4, [createVNode(AppButton_default, {
					kind: "quiet",
					small: "",
					icon: "copy",
					label: unref(t)("train.duplicate"),
					"data-test": "duplicate-model",
					onClick: _cache[1] || (_cache[1] = ($event) => _ctx.$emit("duplicate"))
				}, null, 8, ["label"]), !__props.only ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					kind: "quiet",
					small: "",
					icon: "close",
					label: unref(t)("train.removeModel"),
					"data-test": "remove-model",
					onClick: _cache[2] || (_cache[2] = ($event) => _ctx.$emit("remove"))
				}, null, 8, ["label"])) : createCommentVNode("", true)])]),
				createBaseVNode("p", _hoisted_5, toDisplayString(unref(t)(`train.about.${model.value.choice.name}`)), 1),
				unref(error) ? (openBlock(), createBlock(ErrorPanel_default, {
					key: 0,
					error: unref(error)
				}, null, 8, ["error"])) : (openBlock(), createElementBlock("p", _hoisted_6, [createBaseVNode("strong", _hoisted_7, toDisplayString(unref(summary) ? unref(f).number(unref(summary).parameters) : "–"), 1), createBaseVNode("span", _hoisted_8, toDisplayString(unref(t)("train.parameters")), 1)])),
				createVNode(AppDisclosure_default, {
					label: unref(t)("train.shape"),
					"data-test": "model-options"
				}, {
					default: withCtx(() => [createBaseVNode("div", _hoisted_9, [model.value.choice.name === "cnn" ? (openBlock(), createBlock(CnnFields_default, {
						key: 0,
						modelValue: model.value.choice.options,
						"onUpdate:modelValue": _cache[3] || (_cache[3] = ($event) => model.value.choice.options = $event)
					}, null, 8, ["modelValue"])) : (openBlock(), createBlock(MlpFields_default, {
						key: 1,
						modelValue: model.value.choice.options,
						"onUpdate:modelValue": _cache[4] || (_cache[4] = ($event) => model.value.choice.options = $event)
					}, null, 8, ["modelValue"])), createVNode(AppField_default, { label: unref(t)("train.name") }, {
						default: withCtx(({ id }) => [withDirectives(createBaseVNode("input", {
							id,
							"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => model.value.name = $event),
							class: "control",
							maxlength: "200",
							placeholder: unref(t)("train.nameAuto"),
							"data-test": "run-name"
						}, null, 8, _hoisted_10), [[vModelText, model.value.name]])]),
						_: 1
					}, 8, ["label"])])]),
					_: 1
				}, 8, ["label"]),
				unref(summary) ? (openBlock(), createBlock(AppDisclosure_default, {
					key: 2,
					label: unref(t)("train.layers"),
					class: "small"
				}, {
					default: withCtx(() => [createBaseVNode("div", {
						class: "layers",
						tabindex: "0",
						role: "region",
						"aria-label": unref(t)("train.layers")
					}, [createBaseVNode("table", _hoisted_12, [createBaseVNode("thead", _hoisted_13, [createBaseVNode("tr", null, [
						createBaseVNode("th", _hoisted_14, toDisplayString(unref(t)("train.layer")), 1),
						createBaseVNode("th", _hoisted_15, toDisplayString(unref(t)("train.output")), 1),
						createBaseVNode("th", _hoisted_16, toDisplayString(unref(t)("train.parameters")), 1)
					])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(summary).layers, (layer) => {
						return openBlock(), createElementBlock("tr", { key: layer.name }, [
							createBaseVNode("th", _hoisted_17, toDisplayString(layer.type), 1),
							createBaseVNode("td", _hoisted_18, toDisplayString(layer.outputShape.filter((n) => n !== null).join(" × ")), 1),
							createBaseVNode("td", _hoisted_19, toDisplayString(layer.parameters ? unref(f).number(layer.parameters) : ""), 1)
						]);
					}), 128))])])], 8, _hoisted_11)]),
					_: 1
				}, 8, ["label"])) : createCommentVNode("", true)
			], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-fbecb949"]]);
// src-renderer/views/NewRunView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = ["aria-label"];
var _hoisted_2 = { class: "row" };
var _hoisted_3 = { class: "small quiet" };
// src-renderer/views/NewRunView.vue
var NewRunView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "NewRunView",
	setup(__props) {
		const api = useApi();
		const route = useRoute();
		const router = useRouter();
		const datasets = useDatasets();
		const draft = useDraft();
		const { t, tn } = useText();
		const starting = ref(false);
		const error = ref(null);
		const dataset = computed(() => datasets.list.find((one) => one.id === draft.conditions.dataset));
		watch(() => [route.query.data, datasets.list], ([asked]) => {
			const known = (id) => datasets.list.some((one) => one.id === id);
			if (route.name !== "train") return;
			if (known(asked)) draft.conditions.dataset = String(asked);
			else if (!known(draft.conditions.dataset)) draft.conditions.dataset = datasets.list[0]?.id ?? "";
		}, { immediate: true });
		watch(dataset, (now) => now && draft.suit(now), { immediate: true });
		async function start() {
			starting.value = true;
			error.value = null;
			const started = [];
			try {
				for (const request of toRequests(draft.models, draft.conditions)) started.push((await api.call("runs.start", JSON.parse(JSON.stringify(request)))).run);
			} catch (thrown) {
				error.value = thrown;
			}
			starting.value = false;
			if (started.length > 0 && !error.value) {
				const query = started.length > 1 ? { with: started.join(",") } : {};
				await router.push({
					name: "run",
					params: { id: started[0] },
					query
				});
			}
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(PageHeader_default, {
				title: unref(t)("train.title"),
				lead: unref(t)("train.lead")
			}, null, 8, ["title", "lead"]), unref(datasets).loaded && unref(datasets).list.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
				key: 0,
				title: unref(t)("train.emptyTitle"),
				text: unref(t)("train.emptyText")
			}, {
				default: withCtx(() => [createVNode(AppButton_default, {
					kind: "primary",
					to: { name: "data" }
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("train.emptyGo")), 1)]),
					_: 1
				})]),
				_: 1
			}, 8, ["title", "text"])) : (openBlock(), createElementBlock("form", {
				key: 1,
				class: "form",
				onSubmit: withModifiers(start, ["prevent"])
			}, [
				createBaseVNode("section", {
					class: "models",
					"aria-label": unref(t)("train.models")
				}, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(draft).models, (model, place) => {
					return openBlock(), createBlock(ModelCard_default, {
						key: model.key,
						modelValue: unref(draft).models[place],
						"onUpdate:modelValue": ($event) => unref(draft).models[place] = $event,
						place,
						size: unref(draft).conditions.size || dataset.value?.size || 32,
						classes: dataset.value?.classes.length ?? 0,
						only: unref(draft).models.length === 1,
						onRemove: ($event) => unref(draft).remove(model),
						onDuplicate: ($event) => unref(draft).duplicate(model)
					}, null, 8, [
						"modelValue",
						"onUpdate:modelValue",
						"place",
						"size",
						"classes",
						"only",
						"onRemove",
						"onDuplicate"
					]);
				}), 128)), unref(draft).models.length < 6 ? (openBlock(), createElementBlock("button", {
					key: 0,
					type: "button",
					class: "more",
					"data-test": "add-model",
					onClick: _cache[0] || (_cache[0] = ($event) => unref(draft).add("cnn"))
				}, toDisplayString(unref(t)("train.addModel")), 1)) : createCommentVNode("", true)], 8, _hoisted_1),
				createVNode(ConditionsCard_default, {
					modelValue: unref(draft).conditions,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => unref(draft).conditions = $event),
					datasets: unref(datasets).list,
					dataset: dataset.value
				}, null, 8, [
					"modelValue",
					"datasets",
					"dataset"
				]),
				error.value ? (openBlock(), createBlock(ErrorPanel_default, {
					key: 0,
					error: error.value
				}, null, 8, ["error"])) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_2, [createVNode(AppButton_default, {
					kind: "primary",
					icon: "play",
					disabled: starting.value || !dataset.value,
					"data-test": "start",
					onClick: start
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(tn)("train.start", unref(draft).models.length)), 1)]),
					_: 1
				}, 8, ["disabled"]), createBaseVNode("p", _hoisted_3, toDisplayString(unref(t)("train.startNote")), 1)])
			], 32))], 64);
		};
	}
}), [["__scopeId", "data-v-3a6d3975"]]);
export { NewRunView_default as default };
