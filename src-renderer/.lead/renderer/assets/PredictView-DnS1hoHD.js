import { $ as onMounted, At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, L as computed, P as Fragment, Q as onBeforeUnmount, R as createBaseVNode, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, a as useNotices, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, kt as normalizeStyle, lt as useTemplateRef, n as AppButton_default, nt as openBlock, s as useApi, t as PageHeader_default, ut as watch, x as useRoute, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { N as useRuns, a as useTasks, c as AppSelect_default, r as TaskProgress_default } from "./index-5uOnG9Lo.js";
import { t as EmptyState_default } from "./EmptyState-C_jkmd2i.js";
// src-renderer/predict/PictureView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = ["aria-label"];
var side = 320;
// src-renderer/predict/PictureView.vue
var PictureView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "PictureView",
	props: {
		file: {},
		label: {}
	},
	setup(__props) {
		const props = __props;
		const canvas = useTemplateRef("canvas");
		const broken = ref(false);
		onMounted(async () => {
			try {
				const picture = await createImageBitmap(props.file);
				const scale = Math.min(1, side / Math.max(picture.width, picture.height));
				const element = canvas.value;
				element.width = Math.max(1, Math.round(picture.width * scale));
				element.height = Math.max(1, Math.round(picture.height * scale));
				element.getContext("2d").drawImage(picture, 0, 0, element.width, element.height);
				picture.close();
			} catch {
				broken.value = true;
			}
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", { class: normalizeClass(["picture", { broken: broken.value }]) }, [createBaseVNode("canvas", {
				ref_key: "canvas",
				ref: canvas,
				role: "img",
				"aria-label": __props.label,
				width: "1",
				height: "1"
			}, null, 8, _hoisted_1$2)], 2);
		};
	}
}), [["__scopeId", "data-v-1507132c"]]);
// src-renderer/predict/PredictionCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = ["data-label"];
var _hoisted_2$1 = { class: "words" };
var _hoisted_3$1 = { class: "small quiet file" };
var _hoisted_4$1 = {
	key: 0,
	class: "bad",
	role: "alert"
};
var _hoisted_5 = {
	key: 1,
	class: "quiet"
};
var _hoisted_6 = { class: "name" };
var _hoisted_7 = {
	class: "bar",
	"aria-hidden": "true"
};
var _hoisted_8 = { class: "num value" };
var listed = 5;
// src-renderer/predict/PredictionCard.vue
var PredictionCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "PredictionCard",
	props: {
		shown: {},
		labels: {}
	},
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const ranked = computed(() => (props.shown.prediction?.probabilities ?? []).map((probability, index) => ({
			label: props.labels[index] ?? "",
			probability
		})).sort((a, b) => b.probability - a.probability).slice(0, listed));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("article", {
				class: "card prediction",
				"data-test": "prediction",
				"data-label": __props.shown.prediction?.label
			}, [createVNode(PictureView_default, {
				file: __props.shown.file,
				label: __props.shown.file.name
			}, null, 8, ["file", "label"]), createBaseVNode("div", _hoisted_2$1, [createBaseVNode("p", _hoisted_3$1, toDisplayString(__props.shown.file.name), 1), __props.shown.failed ? (openBlock(), createElementBlock("p", _hoisted_4$1, [createTextVNode(toDisplayString(unref(t)("predict.failed")) + " ", 1), createBaseVNode("small", null, toDisplayString(__props.shown.failed), 1)])) : !__props.shown.prediction ? (openBlock(), createElementBlock("p", _hoisted_5, toDisplayString(unref(t)("predict.waiting")), 1)) : (openBlock(), createElementBlock(Fragment, { key: 2 }, [createBaseVNode("h3", null, toDisplayString(__props.shown.prediction.label), 1), createBaseVNode("ul", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(ranked.value, (one) => {
				return openBlock(), createElementBlock("li", {
					key: one.label,
					class: "small"
				}, [
					createBaseVNode("span", _hoisted_6, toDisplayString(one.label), 1),
					createBaseVNode("span", _hoisted_7, [createBaseVNode("i", { style: normalizeStyle({ width: `${100 * one.probability}%` }) }, null, 4)]),
					createBaseVNode("span", _hoisted_8, toDisplayString(unref(f).percent(one.probability)), 1)
				]);
			}), 128))])], 64))])], 8, _hoisted_1$1);
		};
	}
}), [["__scopeId", "data-v-5ae4bd2e"]]);
// src-renderer/predict/base64.ts
var piece = 32768;
function toBase64(bytes) {
	let binary = "";
	for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
	return btoa(binary);
}
// src-renderer/predict/usePictures.ts
/** Pictures of one call together are at most this large, so that no frame is. */
var groupBytes = 6e6;
/** Splits a list so that each part stays under the limit (a single larger one stands alone). */
function groupBySize(items, size, limit) {
	const groups = [];
	let room = 0;
	for (const item of items) {
		if (groups.length === 0 || size(item) > room) {
			groups.push([]);
			room = limit;
		}
		groups.at(-1).push(item);
		room -= size(item);
	}
	return groups;
}
function usePictures(run) {
	const api = useApi();
	const tasks = useTasks();
	const notices = useNotices();
	const shown = ref([]);
	const labels = ref([]);
	let lastKey = 0;
	async function asPicture(file) {
		const [path] = api.pathsForFiles?.([file]) ?? [];
		if (path) return { path };
		return {
			name: file.name.slice(-255),
			base64: toBase64(new Uint8Array(await file.arrayBuffer()))
		};
	}
	async function ask(group, options) {
		const asked = run();
		const pictures = await Promise.all(group.map((one) => asPicture(one.file)));
		const answer = await api.call("predict", {
			run: asked,
			pictures
		}, options);
		if (asked !== run()) return;
		labels.value = answer.labels;
		const failed = new Map(answer.failed.map((one) => [one.file, one.message]));
		const answers = [...answer.predictions];
		group.forEach((one, at) => {
			const picture = pictures[at];
			const message = failed.get("path" in picture ? picture.path : picture.name);
			if (message !== void 0) one.failed = message;
			else one.prediction = answers.shift() ?? null;
		});
	}
	async function askAll(pictures) {
		try {
			await tasks.run("predict", "predict.asking", {}, async (options) => {
				for (const group of groupBySize(pictures, (one) => one.file.size, groupBytes)) await ask(group, options);
			});
		} catch (error) {
			notices.error(error);
		}
	}
	async function add(files) {
		if (!run() || files.length === 0) return;
		const added = files.map((file) => ({
			key: ++lastKey,
			file,
			prediction: null,
			failed: ""
		}));
		shown.value = [...added, ...shown.value];
		await askAll(shown.value.slice(0, added.length));
	}
	/** Another run was chosen: the same pictures, asked again. */
	async function again() {
		for (const one of shown.value) Object.assign(one, {
			prediction: null,
			failed: ""
		});
		if (run() && shown.value.length > 0) await askAll([...shown.value]);
	}
	return {
		shown,
		labels,
		busy: computed(() => tasks.byPurpose("predict")),
		add,
		again,
		clear: () => shown.value = []
	};
}
// src-renderer/views/PredictView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = {
	key: 1,
	class: "parts"
};
var _hoisted_2 = { class: "title" };
var _hoisted_3 = {
	key: 1,
	class: "row spread"
};
var _hoisted_4 = {
	class: "grid",
	"aria-live": "polite"
};
// src-renderer/views/PredictView.vue
var PredictView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "PredictView",
	setup(__props) {
		const route = useRoute();
		const runs = useRuns();
		const { t, f } = useText();
		const chooser = useTemplateRef("chooser");
		const over = ref(false);
		const usable = computed(() => runs.list.filter((run) => run.status === "done"));
		const options = computed(() => usable.value.map((run) => ({
			value: run.run,
			label: [
				run.name,
				run.datasetName,
				...run.testAccuracy === null ? [] : [f.value.percent(run.testAccuracy)]
			].join(" · ")
		})));
		const run = ref("");
		watch([usable, () => route.query.run], ([list, asked]) => {
			const known = (id) => list.some((one) => one.run === id);
			if (!known(run.value)) run.value = known(asked) ? String(asked) : list[0]?.run ?? "";
		}, { immediate: true });
		const { shown, labels, busy, add, again, clear } = usePictures(() => run.value);
		watch(run, again);
		function chosen(event) {
			const input = event.target;
			add([...input.files ?? []]);
			input.value = "";
		}
		const files = (transfer) => [...transfer?.files ?? []].filter((file) => file.size > 0);
		function drop(event) {
			over.value = false;
			add(files(event.dataTransfer));
		}
		function paste(event) {
			add(files(event.clipboardData));
		}
		const dragging = (event) => over.value = event.dataTransfer?.types.includes("Files") ?? false;
		onMounted(() => {
			addEventListener("paste", paste);
			addEventListener("drop", drop);
			addEventListener("dragover", dragging);
		});
		onBeforeUnmount(() => {
			removeEventListener("paste", paste);
			removeEventListener("drop", drop);
			removeEventListener("dragover", dragging);
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(PageHeader_default, {
				title: unref(t)("predict.title"),
				lead: unref(t)("predict.lead")
			}, null, 8, ["title", "lead"]), unref(runs).loaded && usable.value.length === 0 ? (openBlock(), createBlock(EmptyState_default, {
				key: 0,
				title: unref(t)("predict.emptyTitle"),
				text: unref(t)("predict.emptyText")
			}, {
				default: withCtx(() => [createVNode(AppButton_default, {
					kind: "primary",
					to: { name: "train" }
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("runs.emptyGo")), 1)]),
					_: 1
				})]),
				_: 1
			}, 8, ["title", "text"])) : (openBlock(), createElementBlock("div", _hoisted_1, [
				createVNode(AppSelect_default, {
					modelValue: run.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => run.value = $event),
					class: "pick",
					label: unref(t)("predict.model"),
					options: options.value,
					"data-test": "predict-run"
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]),
				createBaseVNode("div", { class: normalizeClass(["drop", { over: over.value }]) }, [
					createBaseVNode("p", _hoisted_2, toDisplayString(unref(t)("predict.drop")), 1),
					createVNode(AppButton_default, {
						kind: "primary",
						"data-test": "choose-pictures",
						onClick: _cache[1] || (_cache[1] = ($event) => chooser.value?.click())
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("predict.choose")), 1)]),
						_: 1
					}),
					createBaseVNode("input", {
						ref_key: "chooser",
						ref: chooser,
						class: "visually-hidden",
						type: "file",
						accept: "image/*",
						multiple: "",
						tabindex: "-1",
						"aria-hidden": "true",
						"data-test": "picture-input",
						onChange: chosen
					}, null, 544)
				], 2),
				unref(busy) ? (openBlock(), createBlock(TaskProgress_default, {
					key: 0,
					task: unref(busy)
				}, null, 8, ["task"])) : createCommentVNode("", true),
				unref(shown).length ? (openBlock(), createElementBlock("div", _hoisted_3, [createBaseVNode("h2", null, toDisplayString(unref(t)("predict.answers")), 1), createVNode(AppButton_default, {
					kind: "quiet",
					small: "",
					onClick: unref(clear)
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("predict.clear")), 1)]),
					_: 1
				}, 8, ["onClick"])])) : createCommentVNode("", true),
				createBaseVNode("div", _hoisted_4, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(shown), (one) => {
					return openBlock(), createBlock(PredictionCard_default, {
						key: one.key,
						shown: one,
						labels: unref(labels)
					}, null, 8, ["shown", "labels"]);
				}), 128))])
			]))], 64);
		};
	}
}), [["__scopeId", "data-v-e1da42e3"]]);
export { PredictView_default as default };
