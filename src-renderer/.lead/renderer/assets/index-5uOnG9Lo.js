const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./DatasetView-CgBakt_o.js","./PageHeader-D_8GErRu.js","./PageHeader-DitS47SR.css","./SplitLegend-CVEci1vn.js","./SplitLegend-BQl8pBOo.css","./DatasetView-Cdlw6mEF.css","./NewRunView-D864fnwM.js","./EmptyState-C_jkmd2i.js","./EmptyState-CI1CAsBi.css","./AppField-XCAKX-Se.js","./AppField-Cmuf3aCv.css","./RunMark-CSVG3G-m.js","./RunMark-COGh57pp.css","./NewRunView-Btnhss_9.css","./RunsView-n3AaiHpd.js","./StatusPill-dVpqKtPQ.js","./StatusPill-DfLjly-G.css","./RenameDialog-DpiT8IRp.js","./RenameDialog-yjFzYqSa.css","./RunsView-COYHNTug.css","./RunView-l4MP16_a.js","./useExport-BJRTdoCP.js","./useExport-CoRg0o4S.css","./RunView-Cwg8PPdI.css","./CompareView-DiyIgePE.js","./CompareView-aOlI2pGK.css","./PredictView-DnS1hoHD.js","./PredictView-DDkCIZ__.css","./MachineView-Bg5q1ovr.js","./MachineView-DPktrnPH.css"])))=>i.map(i=>d[i]);
import { $ as onMounted, At as toDisplayString, B as createCommentVNode, C as createPinia, Ct as toValue, Dt as normalizeClass, E as createApp, G as getCurrentInstance, H as createTextVNode, I as cloneVNode, J as inject, K as guardReactiveProps, L as computed, M as withModifiers, Mt as config, N as Comment, O as vModelSelect, Ot as normalizeProps, P as Fragment, Q as onBeforeUnmount, R as createBaseVNode, S as useRouter, St as toRefs, T as TransitionGroup, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, X as mergeProps, Y as mergeModels, Z as nextTick, _ as RouterLink, _t as onScopeDispose, a as useNotices, at as renderSlot, b as createWebHashHistory, bt as shallowReactive, ct as useModel, dt as watchEffect, et as onUnmounted, ft as withCtx, g as createI18n, gt as markRaw, h as useText, ht as getCurrentScope, i as _plugin_vue_export_helper_default, it as renderList, k as vModelText, kt as normalizeStyle, l as UserError, lt as useTemplateRef, mt as effectScope, n as AppButton_default, nt as openBlock, o as startApi, ot as resolveDynamicComponent, pt as withDirectives, q as h, r as AppIcon_default, rt as provide, s as useApi, st as useId$1, t as PageHeader_default, tt as onUpdated, ut as watch, v as RouterView, vt as reactive, w as defineStore, wt as triggerRef, x as useRoute, xt as shallowRef, y as createRouter, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { t as AppField_default } from "./AppField-XCAKX-Se.js";
// src-renderer/quiet-zod.ts
config({ jitless: true });
// src-renderer/api/dropped.ts
/** Files that file managers leave behind; nobody means to import them. */
var clutter = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX)(\/|$)/i;
/** Chromium answers at most 100 entries a time. */
async function entriesOf(folder) {
	const reader = folder.createReader();
	const all = [];
	for (;;) {
		const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
		if (some.length === 0) return all;
		all.push(...some);
	}
}
async function walk(entry, prefix, into) {
	const path = prefix + entry.name;
	if (clutter.test(path)) return;
	if (entry.isDirectory) for (const child of await entriesOf(entry)) await walk(child, `${path}/`, into);
	else {
		const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
		into.push({
			path,
			file
		});
	}
}
/** One dropped folder is the dataset itself: its own name is not part of the paths. Several are its classes. */
function stripCommonFolder(files) {
	const tops = new Set(files.map(({ path }) => path.includes("/") ? path.slice(0, path.indexOf("/")) : ""));
	const [top] = tops;
	if (tops.size !== 1 || !top) return {
		name: "",
		files
	};
	return {
		name: top,
		files: files.map(({ path, file }) => ({
			path: path.slice(top.length + 1),
			file
		}))
	};
}
/** Must be called within the drop event: the entries are gone after it. */
async function readDropped(items) {
	const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
	const files = [];
	for (const entry of entries) await walk(entry, "", files);
	return stripCommonFolder(files);
}
/** What `<input type="file" webkitdirectory>` gives. */
function readChosen(list) {
	return stripCommonFolder([...list].map((file) => ({
		path: file.webkitRelativePath || file.name,
		file
	})).filter(({ path }) => !clutter.test(path)));
}
// src-renderer/stores/connection.ts
var useConnection = defineStore("connection", () => {
	const api = useApi();
	const state = ref("connecting");
	const info = ref(null);
	/** The last crash of the engine, until the user has read it. */
	const crash = ref(null);
	async function refresh() {
		info.value = await api.call("app.info", {});
	}
	api.listen((event) => {
		if (event.event === "engine.crashed") crash.value = event;
		if (event.event === "engine.ready" && info.value) info.value = {
			...info.value,
			backend: event.backend
		};
	});
	return {
		state,
		info,
		crash,
		refresh
	};
});
// src-renderer/stores/trace.ts
/** A growing list of points. */
var Points = class {
	#x = /* @__PURE__ */ new Float64Array(256);
	#y = /* @__PURE__ */ new Float64Array(256);
	length = 0;
	push(x, y) {
		if (this.length === this.#x.length) {
			const grow = (old) => {
				const bigger = new Float64Array(old.length * 2);
				bigger.set(old);
				return bigger;
			};
			this.#x = grow(this.#x);
			this.#y = grow(this.#y);
		}
		this.#x[this.length] = x;
		this.#y[this.length++] = y;
	}
	x(index) {
		return this.#x[index];
	}
	y(index) {
		return this.#y[index];
	}
};
/** All of one run's records. x is in epochs: step 50 of 100 in the first epoch is at 0.5. */
var RunTrace = class {
	batch = {
		loss: new Points(),
		accuracy: new Points()
	};
	train = {
		loss: new Points(),
		accuracy: new Points()
	};
	validation = {
		loss: new Points(),
		accuracy: new Points()
	};
	epochs = [];
	log = [];
	start = null;
	end = null;
	lastBatch = null;
	/** Sequence number of the record that is expected next. */
	next = 0;
	/** Rises when there is something new to draw. */
	version = shallowRef(0);
	#notify = null;
	#schedule;
	constructor(schedule = (draw) => requestAnimationFrame(draw)) {
		this.#schedule = schedule;
	}
	/** Takes a record in; one that was seen before is left out. @returns false for a record that is not new */
	add(record) {
		if (record.seq < this.next) return false;
		this.next = record.seq + 1;
		if (record.type === "batch") this.#addBatch(record);
		else this.#addOther(record);
		this.#touch();
		return true;
	}
	#addBatch(record) {
		const x = record.step / (this.start?.stepsPerEpoch || 1);
		this.batch.loss.push(x, record.loss);
		this.batch.accuracy.push(x, record.accuracy);
		this.lastBatch = record;
	}
	#addOther(record) {
		this.log.push(record);
		if (record.type === "start") this.start = record;
		if (record.type === "end") this.end = record;
		if (record.type === "resumed") this.end = null;
		if (record.type !== "epoch") return;
		this.epochs.push(record);
		this.train.loss.push(record.epoch, record.train.loss);
		this.train.accuracy.push(record.epoch, record.train.accuracy);
		if (!record.validation) return;
		this.validation.loss.push(record.epoch, record.validation.loss);
		this.validation.accuracy.push(record.epoch, record.validation.accuracy);
	}
	#touch() {
		if (this.#notify) return;
		this.#notify = () => {
			this.#notify = null;
			this.version.value++;
		};
		this.#schedule(this.#notify);
	}
	/** Steps taken and to take in all; null before training starts. */
	get steps() {
		if (!this.start) return null;
		return {
			done: this.lastBatch?.step ?? this.epochs.at(-1)?.step ?? 0,
			total: this.start.epochs * this.start.stepsPerEpoch
		};
	}
	/** Seconds until the last planned epoch ends, from the pace of the last epochs; null while it is not known. */
	get secondsLeft() {
		const steps = this.steps;
		if (!steps || steps.total === 0 || this.end) return null;
		const recent = this.epochs.slice(-3);
		const left = steps.total - steps.done;
		if (recent.length > 0) {
			const perEpoch = recent.reduce((sum, epoch) => sum + epoch.seconds, 0) / recent.length;
			return left / this.start.stepsPerEpoch * perEpoch;
		}
		const rate = this.lastBatch?.imagesPerSecond;
		if (!rate) return null;
		return left / this.start.stepsPerEpoch * (this.start.images.train / rate);
	}
};
// src-renderer/stores/runs.ts
var activeStatus = /* @__PURE__ */ new Set([
	"queued",
	"running",
	"paused"
]);
var isActive = (summary) => activeStatus.has(summary.status);
var useRuns = defineStore("runs", () => {
	const api = useApi();
	const notices = useNotices();
	const byId = reactive(/* @__PURE__ */ new Map());
	const loaded = ref(false);
	const hidden = ref(/* @__PURE__ */ new Set());
	const stages = reactive(/* @__PURE__ */ new Map());
	const traces = shallowReactive(/* @__PURE__ */ new Map());
	const list = computed(() => [...byId.values()].filter((run) => !hidden.value.has(run.run)).sort((a, b) => b.created.localeCompare(a.created)));
	const active = computed(() => list.value.filter(isActive).reverse());
	const current = computed(() => active.value.find((run) => run.status === "running") ?? active.value.find((run) => run.status === "paused"));
	async function refresh() {
		const summaries = await api.call("runs.list", {});
		byId.clear();
		for (const summary of summaries) byId.set(summary.run, summary);
		loaded.value = true;
		for (const id of traces.keys()) catchUp(id);
	}
	/** The records of a run; asks for its history once and then follows the events. */
	function trace(id) {
		let loading = traces.get(id);
		if (!loading) {
			loading = {
				trace: new RunTrace(),
				early: null
			};
			traces.set(id, loading);
			catchUp(id);
		}
		return loading.trace;
	}
	/** Gets what was missed: at the first look, after a lost connection, or after a gap in the numbers. */
	async function catchUp(id) {
		const loading = traces.get(id);
		if (!loading || loading.early) return;
		loading.early = [];
		try {
			const { records } = await api.call("runs.history", {
				run: id,
				since: loading.trace.next,
				points: 2e4
			});
			for (const record of records) loading.trace.add(record);
		} catch (error) {
			notices.error(error);
		}
		const early = loading.early;
		loading.early = null;
		for (const record of early) loading.trace.add(record);
	}
	api.listen((event) => {
		if (event.event === "run.changed") {
			byId.set(event.summary.run, event.summary);
			if (!isActive(event.summary)) stages.delete(event.summary.run);
		} else if (event.event === "run.removed") {
			byId.delete(event.run);
			traces.delete(event.run);
		} else if (event.event === "run.stage") stages.set(event.run, event);
		else if (event.event === "run.record") {
			if (event.record.type === "batch") stages.delete(event.run);
			const loading = traces.get(event.run);
			if (!loading) return;
			if (loading.early) loading.early.push(event.record);
			else loading.trace.add(event.record);
		}
	});
	async function rename(id, name) {
		byId.set(id, await api.call("runs.rename", {
			run: id,
			name
		}));
	}
	function remove(run) {
		const show = () => hidden.value = new Set([...hidden.value].filter((id) => id !== run.run));
		hidden.value = new Set(hidden.value).add(run.run);
		const commit = () => void api.call("runs.remove", { run: run.run }).then(() => byId.delete(run.run)).catch((error) => (show(), notices.error(error)));
		notices.undoable("runs.removed", { name: run.name }, commit, show);
	}
	return {
		byId,
		list,
		loaded,
		active,
		current,
		stages,
		refresh,
		trace,
		rename,
		remove
	};
});
// src-renderer/components/AppBanners.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$16 = {
	role: "status",
	"aria-live": "polite"
};
var _hoisted_2$11 = {
	key: 0,
	class: "banner warn",
	"data-test": "connection-lost"
};
var _hoisted_3$11 = {
	key: 1,
	class: "banner bad",
	"data-test": "connection-refused"
};
var _hoisted_4$5 = {
	key: 2,
	class: "banner bad",
	"data-test": "engine-crashed"
};
// src-renderer/components/AppBanners.vue
var AppBanners_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AppBanners",
	setup(__props) {
		const connection = useConnection();
		const runs = useRuns();
		const { t } = useText();
		const crashed = computed(() => connection.crash?.run ? runs.byId.get(connection.crash.run) : void 0);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$16, [unref(connection).state === "lost" ? (openBlock(), createElementBlock("div", _hoisted_2$11, [createVNode(AppIcon_default, { name: "warning" }), createBaseVNode("p", null, [createBaseVNode("strong", null, toDisplayString(unref(t)("banner.lost")), 1), createTextVNode(" " + toDisplayString(unref(t)("banner.lostNext")), 1)])])) : unref(connection).state === "refused" ? (openBlock(), createElementBlock("div", _hoisted_3$11, [createVNode(AppIcon_default, { name: "warning" }), createBaseVNode("p", null, [createBaseVNode("strong", null, toDisplayString(unref(t)("banner.refused")), 1), createTextVNode(" " + toDisplayString(unref(t)("banner.refusedNext")), 1)])])) : createCommentVNode("", true), unref(connection).crash ? (openBlock(), createElementBlock("div", _hoisted_4$5, [
				createVNode(AppIcon_default, { name: "warning" }),
				createBaseVNode("p", null, [
					createBaseVNode("strong", null, toDisplayString(unref(t)("banner.crashed")), 1),
					createTextVNode(" " + toDisplayString(crashed.value ? unref(t)("banner.crashedRun", { name: crashed.value.name }) : unref(t)("banner.crashedIdle")) + " ", 1),
					createBaseVNode("small", null, toDisplayString(unref(connection).crash.reason), 1)
				]),
				crashed.value ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					small: "",
					to: {
						name: "run",
						params: { id: crashed.value.run }
					}
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("banner.showRun")), 1)]),
					_: 1
				}, 8, ["to"])) : createCommentVNode("", true),
				createVNode(AppButton_default, {
					kind: "quiet",
					small: "",
					icon: "close",
					label: unref(t)("common.dismiss"),
					onClick: _cache[0] || (_cache[0] = ($event) => unref(connection).crash = null)
				}, null, 8, ["label"])
			])) : createCommentVNode("", true)]);
		};
	}
}), [["__scopeId", "data-v-e2a06d6c"]]);
// src-renderer/components/BrandMark.vue
var _sfc_main = {};
var _hoisted_1$15 = {
	width: "26",
	height: "26",
	viewBox: "0 0 32 32",
	"aria-hidden": "true"
};
function _sfc_render(_ctx, _cache) {
	return openBlock(), createElementBlock("svg", _hoisted_1$15, [..._cache[0] || (_cache[0] = [
		createBaseVNode("rect", {
			x: "3",
			y: "3",
			width: "15",
			height: "26",
			rx: "5",
			fill: "var(--run-1)"
		}, null, -1),
		createBaseVNode("rect", {
			x: "14",
			y: "10",
			width: "15",
			height: "19",
			rx: "5",
			fill: "var(--split-test)"
		}, null, -1),
		createBaseVNode("path", {
			d: "M14 15a5 5 0 0 1 4-4.900V24a5 5 0 0 1-4 4.900Z",
			fill: "var(--ink)"
		}, null, -1)
	])]);
}
var BrandMark_default = /*#__PURE__*/ _plugin_vue_export_helper_default(_sfc_main, [["render", _sfc_render]]);
// src-renderer/i18n/languages.ts
var languages = [
	"en",
	"es",
	"pt-BR"
];
/** Each language in its own name, as a list of languages should show it. */
var languageNames = {
	en: "English",
	es: "Español",
	"pt-BR": "Português (Brasil)"
};
/** The first of the system's languages that we speak; any Portuguese is better served by pt-BR than by English. */
function systemLanguage$1(preferred) {
	for (const tag of preferred) {
		const base = tag.toLowerCase().split("-")[0];
		const match = languages.find((language) => language.toLowerCase().split("-")[0] === base);
		if (match) return match;
	}
	return "en";
}
// src-renderer/i18n/messages.ts
var files = /* #__PURE__ */ Object.assign({
	"./locales/en/banner.json": {
		crashed: "The training engine stopped unexpectedly.",
		crashedIdle: "It has been started again; nothing was lost.",
		crashedRun: "The run “{name}” ended there. What was recorded up to then is kept, and you can go on working.",
		lost: "The connection to Cotejo was lost.",
		lostNext: "Training goes on where Cotejo runs. This page reconnects by itself.",
		refused: "Cotejo did not let this page in.",
		refusedNext: "Open the address that Cotejo printed when it started; it holds the key.",
		showRun: "Show the run"
	},
	"./locales/en/charts.json": {
		accuracy: "Accuracy",
		asTable: "As a table",
		atEpoch: "Epoch {epoch}",
		batch: "Single batches",
		epoch: "Epoch",
		label: "Line chart: {title}. The same numbers are in the table below.",
		loss: "Loss",
		set: "Pictures",
		train: "Training",
		trainAccuracy: "Training accuracy",
		trainLoss: "Training loss",
		validation: "Validation",
		validationAccuracy: "Validation accuracy",
		validationLoss: "Validation loss",
		value: "Value"
	},
	"./locales/en/common.json": {
		between: "Between {min} and {max}.",
		cancel: "Cancel",
		close: "Close",
		dismiss: "Dismiss",
		no: "No",
		remove: "Remove",
		save: "Save",
		technical: "Technical details",
		undo: "Undo",
		wholeBetween: "A whole number between {min} and {max}.",
		wholeList: "Whole numbers between {min} and {max}, at most {most} of them.",
		yes: "Yes"
	},
	"./locales/en/compare.json": {
		accuracy: "Test accuracy",
		add: "Add a run…",
		best: "best",
		chooseText: "Tick the runs in the list, or take those of the last dataset.",
		chooseTitle: "Choose runs to compare",
		columns: {
			"efficiency": "Accuracy per million",
			"gap": "Gap",
			"parameters": "Parameters",
			"seconds": "Time",
			"testAccuracy": "Test accuracy",
			"testLoss": "Test loss"
		},
		conditions: {
			"augmentation": "Random changes to the pictures",
			"backend": "Computed by",
			"batch": "Batch size",
			"dataset": "Dataset",
			"epochs": "Epochs",
			"model": "Model",
			"plan": "Training plan",
			"preprocessing": "Preparation of the pictures",
			"seed": "Seed",
			"size": "Input size",
			"split": "Split"
		},
		confusion: "What was taken for what",
		confusionText: "Rows are the true classes, columns what the model said. The diagonal is what it got right.",
		curves: "Curves",
		emptyText: "Train two models first. Here you will see which does better, by how much, and whether that is more than chance.",
		emptyTitle: "Nothing to compare yet",
		exportBest: "Export the best",
		fair: "Is it fair?",
		gap: "Gap between training and test",
		interval: "{accuracy}, with 95 % certainty between {low} and {high}",
		lead: "Runs side by side, and what the difference between them is worth.",
		loss: "Test loss",
		matters: "makes it unfair",
		noMistakes: "No mistakes on the test pictures.",
		parameters: "Parameters",
		perClass: "Accuracy per class",
		perClassText: "The dot is what was measured; the line is where the true value lies with 95 % certainty.",
		points: "{n} points",
		recent: "Compare the latest",
		same: "The same: {names}.",
		table: "The runs in numbers",
		tableNote: "The line beside an accuracy spans its 95 % interval, on one scale for all runs. Gap: training accuracy minus test accuracy.",
		takeOut: "Take “{name}” out",
		testPictures: "{n} test picture | {n} test pictures",
		time: "Time",
		title: "Comparison",
		toRuns: "To the runs",
		trueAndPredicted: "true ↓ predicted →",
		verdict: {
			"better": {
				"text": "{bestAccuracy} against {secondAccuracy} on the same {n} test picture. | {bestAccuracy} against {secondAccuracy} on the same {n} test pictures.",
				"title": "“{best}” does better than “{second}”, by {points} points."
			},
			"needed": "To show a difference of this size, about {n} test picture would be needed. | To show a difference of this size, about {n} test pictures would be needed.",
			"p": "McNemar’s test: p {p}. Below 0.05 counts as more than chance.",
			"single": {
				"text": "{bestAccuracy} on {n} test picture. Add a second run to compare it with. | {bestAccuracy} on {n} test pictures. Add a second run to compare it with.",
				"title": "One run, nothing beside it yet."
			},
			"tie": {
				"equal": "Both got {bestAccuracy} of {n} test picture right. | Both got {bestAccuracy} of the {n} test pictures right.",
				"text": "“{best}” is {points} points ahead ({bestAccuracy} against {secondAccuracy}), but with {n} test picture that can be chance. | “{best}” is {points} points ahead ({bestAccuracy} against {secondAccuracy}), but with {n} test pictures that can be chance.",
				"title": "It is a tie."
			},
			"unfair": {
				"text": "These differ: {differing}. Train both under the same conditions to find out which model is better.",
				"title": "These runs cannot be compared fairly."
			},
			"waiting": {
				"text": "The result will be here as soon as the first of these runs has ended.",
				"title": "No result yet."
			}
		},
		worst: "The most common mistake: “{truth}” taken for “{said}”, {n} time. | The most common mistake: “{truth}” taken for “{said}”, {n} times."
	},
	"./locales/en/data.json": {
		addTitle: "Add pictures",
		allClasses: "All classes",
		archiveLabel: "Path of the archive on the machine where Cotejo runs",
		byPath: "Or type the path of a folder",
		choose: "Choose a folder…",
		cifarArchive: "I have the archive",
		cifarDownload: "Download (170 MB)",
		cifarText: "60,000 tiny pictures in ten classes: the classic of machine-learning courses.",
		"class": "Class",
		classes: "{n} class | {n} classes",
		classesTitle: "Classes",
		dropNow: "Drop the folder to import it",
		dropText: "One folder per class; the folder’s name is the class. Your files stay where they are and are never changed.",
		dropTitle: "Drop a folder of pictures here",
		emptyClasses: "One folder has no usable picture and was left out: {names}. | {n} folders have no usable picture and were left out: {names}.",
		file: "File",
		"import": "Import",
		importing: "Importing {name}",
		lead: "The pictures that your models learn from.",
		leadEmpty: "Start with some pictures: a folder of your own, or one of the ready ones.",
		origin: {
			"drawn": "Cotejo drew the split class by class, with seed {seed}. Every run on this dataset shares it, so that runs can be compared.",
			"ready": "The split is the folder’s own.",
			"ready-test": "The test pictures are the dataset’s own; validation was drawn from the training pictures with seed {seed}."
		},
		pathExample: "/home/you/pictures/animals",
		pathLabel: "Path of a folder on the machine where Cotejo runs",
		pictureOf: "{name}: {file}",
		pictures: "{n} picture | {n} pictures",
		picturesTitle: "Pictures",
		pixels: "{size} × {size} px",
		reasons: {
			"corrupt": "The file is damaged",
			"empty": "The file is empty",
			"not-an-image": "Not a picture",
			"too-large": "The picture is too large",
			"unreadable": "The file cannot be read",
			"unsupported": "A kind of picture that is not supported"
		},
		removed: "“{name}” was removed.",
		sampleText: "180 pictures drawn by Cotejo: butterflies, cats and horses. Ready in seconds.",
		sampleTitle: "Built-in sample",
		sampleUse: "Use the sample",
		skipped: "{n} file was left out | {n} files were left out",
		splitTitle: "Split",
		title: "Data",
		trainOn: "Train on this",
		tree: {
			"a": "butterfly",
			"b": "cat",
			"c": "horse",
			"root": "animals"
		},
		treeLabel: "Example of a folder with one subfolder per class",
		why: "Why"
	},
	"./locales/en/errors.json": {
		"address-in-use": {
			"next": "Close the other program, or start Cotejo with another port.",
			"what": "The address is already in use by another program."
		},
		"archive-wrong": {
			"next": "Choose cifar-10-binary.tar.gz, or let Cotejo download it.",
			"what": "This file is not the archive of CIFAR-10, or it is incomplete."
		},
		"backend-unavailable": {
			"next": "Choose another one, or look at “This machine” for what is missing.",
			"what": "What should compute cannot be used on this machine."
		},
		"backend-unknown": {
			"next": "Choose one from the list.",
			"what": "There is no such backend."
		},
		cancelled: { "what": "Cancelled." },
		"class-too-small": {
			"next": "Add pictures to that class, or take its folder out.",
			"what": "The class “{class}” has too few pictures."
		},
		"connection-lost": {
			"next": "This page reconnects by itself; then try again.",
			"what": "The connection to Cotejo was lost before the answer came."
		},
		"dataset-not-found": {
			"next": "Import the pictures again.",
			"what": "This dataset is not in the library, or it is damaged."
		},
		"dataset-source-missing": {
			"next": "Put the original pictures back, or import them again.",
			"what": "Original pictures of “{dataset}” are no longer there or were changed."
		},
		"disk-full": {
			"next": "Free some space and try again. Nothing half-written was kept.",
			"what": "There is not enough space on the disk."
		},
		"download-failed": {
			"next": "Check the connection and try again: a download goes on where it stopped.",
			"what": "The download failed."
		},
		"engine-stopped": {
			"next": "It starts again by itself; try once more.",
			"what": "The training engine stopped."
		},
		"export-exists": {
			"next": "Choose a new folder for the export.",
			"what": "The folder for the export is there already and is not empty."
		},
		fault: {
			"next": "This is a fault in Cotejo, not in what you did. Nothing that was saved is lost; the log has the details.",
			"what": "Something went wrong inside Cotejo."
		},
		"file-not-an-image": {
			"next": "Choose a picture, such as a JPEG or PNG file.",
			"what": "This file is not a picture."
		},
		"file-unreadable": {
			"next": "Put it back from a copy, or make it anew.",
			"what": "A file is damaged or cannot be read: {file}"
		},
		"folder-not-found": {
			"next": "Check the path; if it is on another disk, check that the disk is connected.",
			"what": "There is no such folder."
		},
		"folder-without-images": {
			"next": "Choose a folder that has one subfolder with pictures for each class.",
			"what": "No usable pictures were found in this folder."
		},
		"format-unknown": {
			"next": "Choose one from the list.",
			"what": "There is no such format."
		},
		"invalid-argument": {
			"next": "Change that value and try again.",
			"what": "A value is not valid."
		},
		"library-in-use": {
			"next": "Close the other Cotejo, or choose another library.",
			"what": "The library is open in another Cotejo."
		},
		"library-newer": {
			"next": "Update Cotejo.",
			"what": "This was written by a newer version of Cotejo."
		},
		"model-input-too-small": {
			"next": "Take out a block, or choose larger pictures.",
			"what": "The pictures are too small for this model: it needs at least {smallest} px, and these have {size} px."
		},
		"model-unknown": {
			"next": "Choose one from the list.",
			"what": "There is no such model."
		},
		"no-permission": {
			"next": "Check the permissions, or choose another place.",
			"what": "Cotejo has no permission to use a file or folder."
		},
		"not-found": {
			"next": "It may have been moved or removed. Check and try again.",
			"what": "What was asked for is not there."
		},
		"one-class-only": {
			"next": "Add a subfolder with pictures of a second class: a classifier tells classes apart.",
			"what": "There are pictures of one class only: {class}."
		},
		"out-of-memory": {
			"next": "Try a smaller batch, smaller pictures or a smaller model.",
			"what": "The memory was not enough."
		},
		"pack-unavailable": {
			"next": "“This machine” says what can be used instead.",
			"what": "This engine pack cannot be installed on this machine."
		},
		"pack-wrong": {
			"next": "Download it again.",
			"what": "The engine pack is not what it should be."
		},
		"run-not-finished": {
			"next": "Wait until the run has ended, or choose one that is done.",
			"what": "This run has no trained model yet."
		},
		"run-not-found": {
			"next": "It may have been removed. Choose one from the list of runs.",
			"what": "This run is not in the library."
		},
		"run-running": {
			"next": "Wait until it has ended, or stop it first.",
			"what": "A run is still in progress."
		},
		"runs-not-comparable": {
			"next": "Choose runs on the same dataset.",
			"what": "These runs cannot be compared."
		},
		"training-diverged": {
			"next": "Train again with a lower learning rate.",
			"what": "The training ran away: the loss is no longer a number."
		}
	},
	"./locales/en/log.json": {
		best: "Epoch {n} is kept. | Epoch {n} is kept.",
		bestSoFar: "best so far",
		early: "It stopped early: nothing got better any more.",
		end: {
			"cancelled": "Stopped by you.",
			"crashed": "The engine stopped.",
			"done": "Training is finished.",
			"failed": "The run failed."
		},
		epoch: "Epoch {epoch}: validation loss {loss}, accuracy {accuracy}, in {time}",
		epochTrain: "Epoch {epoch}: training loss {loss}, accuracy {accuracy}, in {time}",
		paused: "Paused",
		resumed: "Went on",
		start: "Started on {device} with {images} training pictures",
		title: "What happened"
	},
	"./locales/en/machine.json": {
		about: {
			"cpu": "Plain JavaScript. Very slow; used only to check the others.",
			"tensorflow": "Native TensorFlow. The fastest; needs an engine pack.",
			"wasm": "Always there, nothing to install. Uses the processor.",
			"webgpu": "Graphics cards of any maker."
		},
		backends: "What can compute",
		copied: "Copied. It holds no names and no personal paths.",
		copy: "Copy diagnostics",
		cores: "{n} core | {n} cores",
		cpu: "Processor",
		facts: "Facts",
		free: "Free space for the library",
		gpu: "Graphics card",
		imagesPerSecond: "pictures a second in training",
		inUse: "In use",
		install: "Install",
		installing: "Installing {name}",
		lead: "What this computer has, what Cotejo uses of it, and how fast it is.",
		library: "Library",
		looking: "Looking at this machine…",
		measure: "Measure the speed",
		measuring: "Training a small model to measure the speed",
		memory: "Memory",
		noGpu: "None found",
		notReady: "Not available",
		packAbout: {
			"cpu": "Native TensorFlow for the processor: several times faster than what is built in.",
			"cuda": "Native TensorFlow for NVIDIA graphics cards on Linux."
		},
		packs: {
			"cpu": "TensorFlow for the processor",
			"cuda": "TensorFlow for NVIDIA cards"
		},
		packsText: "An engine pack is downloaded once and makes training faster. Cotejo works without one.",
		packsTitle: "Engine packs",
		ready: "Available",
		removing: "Removing {name}",
		system: "System",
		title: "This machine",
		versions: "Versions"
	},
	"./locales/en/nav.json": {
		compare: "Compare",
		data: "Data",
		dataset: "Dataset",
		label: "Screens",
		machine: "This machine",
		predict: "Try it",
		run: "Run",
		runs: "Runs",
		skip: "Skip to the content",
		train: "New run"
	},
	"./locales/en/predict.json": {
		answers: "Answers",
		asking: "Classifying your pictures",
		choose: "Choose pictures…",
		clear: "Clear",
		drop: "Drop pictures here, or paste one",
		emptyText: "Once a run is done, you can show it pictures it has never seen.",
		emptyTitle: "No trained model yet",
		failed: "This file could not be read as a picture.",
		lead: "Show a trained model a picture that it has never seen.",
		model: "Model",
		title: "Try it",
		waiting: "Waiting…"
	},
	"./locales/en/run.json": {
		cancel: "Stop the run",
		compareThese: "Compare",
		downloaded: "The model “{name}” was exported; the download has started.",
		ended: {
			"crashed": "The engine stopped while this run was training.",
			"failed": "This run could not be finished.",
			"kept": "What was recorded up to then is kept below."
		},
		epoch: "Epoch",
		epochOf: "{epoch} of {epochs}",
		"export": "Export the model",
		exported: "The model “{name}” is in {folder}",
		exporting: "Exporting {name}",
		interval: "With 95 % certainty between {low} and {high}: measured on {n} test picture. | With 95 % certainty between {low} and {high}: measured on {n} test pictures.",
		pause: "Pause",
		paused: "Paused. Nothing is lost; go on whenever you like.",
		progress: "Progress",
		queued: "Waiting for its turn.",
		rename: "Rename",
		renameTitle: "Rename the run",
		resume: "Go on",
		settings: {
			"model": "Model",
			"title": "What was asked",
			"version": "Made with"
		},
		speed: "Pictures a second",
		testIs: "test {accuracy}",
		timeLeft: "Time left",
		together: "Trained side by side",
		trainAccuracy: "Training accuracy",
		trainingOn: "Training on {device}",
		"try": "Try it",
		validationAccuracy: "Validation accuracy",
		validationIs: "validation {accuracy}"
	},
	"./locales/en/runs.json": {
		actions: "Actions",
		choose: "Choose to compare",
		chooseOne: "Compare “{name}”",
		chosen: "{n} run chosen | {n} runs chosen",
		clear: "None",
		compare: "Compare",
		emptyGo: "Train a model",
		emptyText: "Here you will see every model that you train, with its result.",
		emptyTitle: "No runs yet",
		lead: "Tick runs to lay them side by side.",
		"new": "New run",
		preparing: "Preparing…",
		removed: "“{name}” was removed.",
		run: "Run",
		state: "State",
		title: "Runs",
		waiting: "{n} more waiting | {n} more waiting"
	},
	"./locales/en/settings.json": {
		language: "Language",
		systemLanguage: "System language",
		theme: {
			"dark": "Dark",
			"light": "Light",
			"system": "As the system"
		},
		themeLabel: "Theme"
	},
	"./locales/en/splits.json": {
		all: "All",
		test: "Test",
		train: "Training",
		validation: "Validation"
	},
	"./locales/en/stages.json": {
		build: "Building the model",
		connect: "Connecting",
		decode: "Reading pictures",
		download: "Downloading",
		draw: "Drawing pictures",
		evaluate: "Evaluating",
		"export": "Exporting",
		extract: "Unpacking",
		install: "Installing",
		measure: "Measuring",
		predict: "Classifying",
		prepare: "Preparing",
		scan: "Looking through the folder",
		train: "Training",
		verify: "Checking the download",
		write: "Writing"
	},
	"./locales/en/status.json": {
		cancelled: "Cancelled",
		crashed: "Crashed",
		done: "Done",
		failed: "Failed",
		paused: "Paused",
		queued: "Waiting",
		running: "Training"
	},
	"./locales/en/tasks.json": {
		cancelling: "Cancelling…",
		doneOf: "{done} of {total}",
		itemsRate: "{n} a second",
		left: "{time} left",
		rate: "{amount} a second",
		starting: "Starting…"
	},
	"./locales/en/train.json": {
		about: {
			"cnn": "Looks at pictures through small filters. The usual choice for images.",
			"mlp": "Looks at all pixels at once, without filters. A simple yardstick."
		},
		activation: "Activation",
		addModel: "Add a model",
		allEpochs: "All epochs",
		augment: {
			"brightness": "Brightness",
			"contrast": "Contrast",
			"flip": "Mirror at random",
			"rotation": "Turn (degrees)",
			"saturation": "Saturation",
			"shift": "Shift",
			"zoom": "Zoom"
		},
		augmentNone: "None",
		augmentTitle: "Random changes to the pictures",
		backend: "Computed by",
		backendAuto: "The best of this machine",
		batch: "Batch",
		batchNorm: "Batch normalisation",
		blockDropout: "Dropout after each block",
		classWeights: "Weight rare classes more",
		classWeightsHint: "For classes with very different numbers of pictures.",
		conditions: "The same for all",
		conditionsText: "All models see the same pictures, the same split and the same seed. That is what makes the comparison fair.",
		convolutions: "Convolutions per block",
		dataset: "Dataset",
		dense: "Dense units",
		dropout: "Dropout before the output",
		duplicate: "Duplicate this model",
		earlyStopping: "Stop early",
		emptyGo: "Add pictures",
		emptyText: "A model learns from pictures. Bring in a folder of yours, or take the built-in sample.",
		emptyTitle: "No pictures yet",
		epochs: "Epochs",
		everyEpochs: "Epochs between steps",
		factor: "Factor of each step",
		filters: "Filters of each block",
		filtersHint: "For example 32, 64, 128: three blocks.",
		floor: "Final factor",
		hidden: "Units of each hidden layer",
		hiddenHint: "For example 256, 128.",
		kernel: "Filter size",
		kind: "Kind of model",
		labelSmoothing: "Label smoothing",
		layer: "Layer",
		layers: "Layers",
		lead: "Put models side by side and train them under the same conditions.",
		learningRate: "Learning rate",
		models: "Models",
		momentum: "Momentum",
		monitor: "Watch",
		monitors: {
			"validationAccuracy": "Validation accuracy",
			"validationLoss": "Validation loss"
		},
		name: "Name",
		nameAuto: "Chosen by Cotejo",
		nesterov: "Nesterov",
		optimizer: "Optimizer",
		optimizerTitle: "Optimizer and schedule",
		otherTitle: "Stopping, seed and more",
		output: "Output",
		parameters: "parameters",
		patience: "Epochs without progress",
		pooling: {
			"flatten": "Flatten",
			"globalAverage": "Global average"
		},
		poolingLabel: "After the blocks",
		removeModel: "Take this model out",
		restoreBest: "Keep the best epoch",
		restoreBestHint: "The weights of the best validation epoch are what is kept.",
		schedule: "Learning rate over time",
		schedules: {
			"constant": "Constant",
			"cosine": "Cosine",
			"step": "In steps"
		},
		seed: "Seed",
		seedHint: "The same seed gives the same result.",
		seedIs: "seed {seed}",
		shape: "Change its shape",
		size: "Input (px)",
		start: "Train | Train {n} models",
		startNote: "Models train one after the other. You can leave this page; the training goes on.",
		stopsEarly: "Stops early",
		title: "New run",
		warmup: "Warm-up epochs",
		weightDecay: "Weight decay"
	}
});
var messages = {};
for (const [file, texts] of Object.entries(files)) {
	const [, language, area] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(file);
	(messages[language] ??= {})[area] = texts;
}
// src-renderer/i18n/index.ts
var i18n = createI18n({
	legacy: false,
	locale: systemLanguage$1(navigator.languages),
	fallbackLocale: "en",
	messages
});
// src-renderer/stores/settings.ts
var themes = [
	"system",
	"light",
	"dark"
];
function kept(key, allowed, fallback) {
	const value = localStorage.getItem(key);
	return value !== null && allowed.includes(value) ? value : fallback;
}
var useSettings = defineStore("settings", () => {
	const language = ref(kept("cotejo.language", ["system", ...languages], "system"));
	const theme = ref(kept("cotejo.theme", themes, "system"));
	const systemDark = matchMedia("(prefers-color-scheme: dark)");
	const prefersDark = ref(systemDark.matches);
	systemDark.addEventListener("change", (event) => prefersDark.value = event.matches);
	const systemLanguages = ref(navigator.languages);
	addEventListener("languagechange", () => systemLanguages.value = navigator.languages);
	const shownLanguage = computed(() => language.value === "system" ? systemLanguage$1(systemLanguages.value) : language.value);
	const shownTheme = computed(() => theme.value === "system" ? prefersDark.value ? "dark" : "light" : theme.value);
	watchEffect(() => {
		i18n.global.locale.value = shownLanguage.value;
		document.documentElement.lang = shownLanguage.value;
		localStorage.setItem("cotejo.language", language.value);
	});
	watchEffect(() => {
		document.documentElement.dataset.theme = shownTheme.value;
		localStorage.setItem("cotejo.theme", theme.value);
	});
	return {
		language,
		theme,
		shownLanguage,
		shownTheme
	};
});
// node_modules/ohash/dist/_chunks/is-equal.mjs
function serialize(input) {
	if (typeof input === "string") return `'${input}'`;
	return new Serializer().serialize(input);
}
var asciiOrder = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
var asciiWeights = /*@__PURE__*/ (function() {
	const weights = /* @__PURE__ */ new Uint8Array(128);
	for (let i = 0; i < 69; i++) weights[asciiOrder.charCodeAt(i)] = i + 1;
	for (let code = 65; code <= 90; code++) weights[code] = weights[code + 32];
	return weights;
})();
function compareStrings(a, b) {
	if (a === b) return 0;
	const length = Math.min(a.length, b.length);
	let tieBreaker = 0;
	for (let i = 0; i < length; i++) {
		const codeA = a.charCodeAt(i);
		const codeB = b.charCodeAt(i);
		if (codeA === codeB) continue;
		const weightA = codeA < 128 && asciiWeights[codeA] ? asciiWeights[codeA] : codeA + 128;
		const weightB = codeB < 128 && asciiWeights[codeB] ? asciiWeights[codeB] : codeB + 128;
		if (weightA !== weightB) return weightA < weightB ? -1 : 1;
		if (tieBreaker === 0) tieBreaker = codeA > codeB ? -1 : 1;
	}
	if (a.length !== b.length) return a.length < b.length ? -1 : 1;
	return tieBreaker;
}
var Serializer = /*@__PURE__*/ (function() {
	class Serializer {
		#context = /* @__PURE__ */ new Map();
		compare(a, b) {
			const typeA = typeof a;
			const typeB = typeof b;
			if (typeA === "string" && typeB === "string") return compareStrings(a, b);
			if (typeA === "number" && typeB === "number") return a - b;
			return compareStrings(this.serialize(a, true), this.serialize(b, true));
		}
		serialize(value, noQuotes) {
			if (value === null) return "null";
			switch (typeof value) {
				case "string": return noQuotes ? value : `'${value}'`;
				case "bigint": return `${value}n`;
				case "object": return this.$object(value);
				case "function": return this.$function(value);
			}
			return String(value);
		}
		serializeObject(object) {
			const objString = Object.prototype.toString.call(object);
			if (objString !== "[object Object]") return this.serializeBuiltInType(objString.length < 10 ? `unknown:${objString}` : objString.slice(8, -1), object);
			const constructor = object.constructor;
			const objName = constructor === Object || constructor === void 0 ? "" : constructor.name;
			if (objName !== "" && globalThis[objName] === constructor) return this.serializeBuiltInType(objName, object);
			if ("toJSON" in object && typeof object.toJSON === "function") {
				const json = object.toJSON();
				return objName + (json !== null && typeof json === "object" ? this.$object(json) : `(${this.serialize(json)})`);
			}
			const keys = Object.keys(object).sort(compareStrings);
			let content = `${objName}{`;
			for (let i = 0; i < keys.length; i++) {
				const key = keys[i];
				content += `${key}:${this.serialize(object[key])}`;
				if (i < keys.length - 1) content += ",";
			}
			return content + "}";
		}
		serializeBuiltInType(type, object) {
			const handler = this["$" + type];
			if (handler) return handler.call(this, object);
			if (typeof object.entries === "function") return this.serializeObjectEntries(type, object.entries());
			throw new Error(`Cannot serialize ${type}`);
		}
		serializeObjectEntries(type, entries) {
			const sortedEntries = Array.from(entries).sort((a, b) => this.compare(a[0], b[0]));
			let content = `${type}{`;
			for (let i = 0; i < sortedEntries.length; i++) {
				const [key, value] = sortedEntries[i];
				content += `${this.serialize(key, true)}:${this.serialize(value)}`;
				if (i < sortedEntries.length - 1) content += ",";
			}
			return content + "}";
		}
		$object(object) {
			let content = this.#context.get(object);
			if (content === void 0) {
				this.#context.set(object, `#${this.#context.size}`);
				content = this.serializeObject(object);
				this.#context.set(object, content);
			}
			return content;
		}
		$function(fn) {
			const fnStr = Function.prototype.toString.call(fn);
			if (fnStr.slice(-15) === "[native code] }") return `${fn.name || ""}()[native]`;
			return `${fn.name}(${fn.length})${fnStr.replace(/\s*\n\s*/g, "")}`;
		}
		$Array(arr) {
			let content = "[";
			for (let i = 0; i < arr.length; i++) {
				content += this.serialize(arr[i]);
				if (i < arr.length - 1) content += ",";
			}
			return content + "]";
		}
		$Date(date) {
			try {
				return `Date(${date.toISOString()})`;
			} catch {
				return `Date(null)`;
			}
		}
		$ArrayBuffer(arr) {
			return `ArrayBuffer[${new Uint8Array(arr).join(",")}]`;
		}
		$Set(set) {
			return `Set${this.$Array(Array.from(set).sort((a, b) => this.compare(a, b)))}`;
		}
		$Map(map) {
			return this.serializeObjectEntries("Map", map.entries());
		}
	}
	for (const type of [
		"Error",
		"RegExp",
		"URL"
	]) Serializer.prototype["$" + type] = function(val) {
		return `${type}(${val})`;
	};
	for (const type of [
		"Int8Array",
		"Uint8Array",
		"Uint8ClampedArray",
		"Int16Array",
		"Uint16Array",
		"Int32Array",
		"Uint32Array",
		"Float32Array",
		"Float64Array"
	]) Serializer.prototype["$" + type] = function(arr) {
		return `${type}[${arr.join(",")}]`;
	};
	for (const type of ["BigInt64Array", "BigUint64Array"]) Serializer.prototype["$" + type] = function(arr) {
		return `${type}[${arr.join("n,")}${arr.length > 0 ? "n" : ""}]`;
	};
	return Serializer;
})();
function isEqual(object1, object2) {
	if (object1 === object2) return true;
	if (serialize(object1) === serialize(object2)) return true;
	return false;
}
// node_modules/reka-ui/dist/shared/createContext.js
/**
* @param providerComponentName - The name(s) of the component(s) providing the context.
*
* There are situations where context can come from multiple components. In such cases, you might need to give an array of component names to provide your context, instead of just a single string.
*
* @param contextName The description for injection key symbol.
*/
function createContext(providerComponentName, contextName) {
	const symbolDescription = typeof providerComponentName === "string" && !contextName ? `${providerComponentName}Context` : contextName;
	const injectionKey = Symbol(symbolDescription);
	/**
	* @param fallback The context value to return if the injection fails.
	*
	* @throws When context injection failed and no fallback is specified.
	* This happens when the component injecting the context is not a child of the root component providing the context.
	*/
	const injectContext = (fallback) => {
		const context = inject(injectionKey, fallback);
		if (context) return context;
		if (context === null) return context;
		throw new Error(`Injection \`${injectionKey.toString()}\` not found. Component must be used within ${Array.isArray(providerComponentName) ? `one of the following components: ${providerComponentName.join(", ")}` : `\`${providerComponentName}\``}`);
	};
	const provideContext = (contextValue) => {
		provide(injectionKey, contextValue);
		return contextValue;
	};
	return [injectContext, provideContext];
}
// node_modules/reka-ui/dist/shared/getActiveElement.js
function getActiveElement() {
	let activeElement = document.activeElement;
	if (activeElement == null) return null;
	while (activeElement != null && activeElement.shadowRoot != null && activeElement.shadowRoot.activeElement != null) activeElement = activeElement.shadowRoot.activeElement;
	return activeElement;
}
// node_modules/reka-ui/dist/shared/nullish.js
function isNullish(value) {
	return value === null || value === void 0;
}
// node_modules/reka-ui/dist/shared/isValueEqualOrExist.js
/**
* The function `isValueEqualOrExist` checks if a value is equal to or exists in another value or
* array.
* @param {T | T[] | undefined} base - It represents the base value that you want to compare with the `current` value.
* @param {T | T[] | undefined} current - The `current` parameter represents the current value that you want to compare with the `base` value or values.
* @returns The `isValueEqualOrExist` function returns a boolean value. It checks if the `base` value
* is equal to the `current` value or if the `current` value exists within the `base` value. The
* function handles cases where `base` can be a single value, an array of values, or undefined.
*/
function isValueEqualOrExist(base, current) {
	if (isNullish(base)) return false;
	if (Array.isArray(base)) return base.some((val) => isEqual(val, current));
	else return isEqual(base, current);
}
// node_modules/@vueuse/shared/dist/index.js
/**
* Call onScopeDispose() if it's inside an effect scope lifecycle, if not, do nothing
*
* @param fn
*/
function tryOnScopeDispose(fn, failSilently) {
	if (getCurrentScope()) {
		onScopeDispose(fn, failSilently);
		return true;
	}
	return false;
}
/**
* Keep states in the global scope to be reusable across Vue instances.
*
* @see https://vueuse.org/createGlobalState
* @param stateFactory A factory function to create the state
*
* @__NO_SIDE_EFFECTS__
*/
function createGlobalState(stateFactory) {
	let initialized = false;
	let state;
	const scope = effectScope(true);
	return ((...args) => {
		if (!initialized) {
			state = scope.run(() => stateFactory(...args));
			initialized = true;
		}
		return state;
	});
}
var isClient = typeof window !== "undefined" && typeof document !== "undefined";
typeof WorkerGlobalScope !== "undefined" && globalThis instanceof WorkerGlobalScope;
var isDef = (val) => typeof val !== "undefined";
var toString = Object.prototype.toString;
var isObject = (val) => toString.call(val) === "[object Object]";
var isIOS = /* #__PURE__ */ getIsIOS();
function getIsIOS() {
	var _window, _window2, _window3;
	return isClient && !!((_window = window) === null || _window === void 0 || (_window = _window.navigator) === null || _window === void 0 ? void 0 : _window.userAgent) && (/iP(?:ad|hone|od)/.test(window.navigator.userAgent) || ((_window2 = window) === null || _window2 === void 0 || (_window2 = _window2.navigator) === null || _window2 === void 0 ? void 0 : _window2.maxTouchPoints) > 2 && /iPad|Macintosh/.test((_window3 = window) === null || _window3 === void 0 ? void 0 : _window3.navigator.userAgent));
}
function toArray(value) {
	return Array.isArray(value) ? value : [value];
}
function getLifeCycleTarget(target) {
	return target || getCurrentInstance();
}
/**
* Make a composable function usable with multiple Vue instances.
*
* @see https://vueuse.org/createSharedComposable
*
* @__NO_SIDE_EFFECTS__
*/
function createSharedComposable(composable) {
	if (!isClient) return composable;
	let subscribers = 0;
	let state;
	let scope;
	const dispose = () => {
		subscribers -= 1;
		if (scope && subscribers <= 0) {
			scope.stop();
			state = void 0;
			scope = void 0;
		}
	};
	return ((...args) => {
		subscribers += 1;
		if (!scope) {
			scope = effectScope(true);
			state = scope.run(() => composable(...args));
		}
		tryOnScopeDispose(dispose);
		return state;
	});
}
/**
* Call onBeforeUnmount() if it's inside a component lifecycle, if not, do nothing
*
* @param fn
* @param target
*/
function tryOnBeforeUnmount(fn, target) {
	if (getLifeCycleTarget(target)) onBeforeUnmount(fn, target);
}
/**
* Shorthand for watching value with {immediate: true}
*
* @see https://vueuse.org/watchImmediate
*/
function watchImmediate(source, cb, options) {
	return watch(source, cb, {
		...options,
		immediate: true
	});
}
// node_modules/@vueuse/core/dist/index.js
var defaultWindow = isClient ? window : void 0;
isClient && window.document;
isClient && window.navigator;
isClient && window.location;
/**
* Get the dom element of a ref of element or Vue component instance
*
* @param elRef
*/
function unrefElement(elRef) {
	var _$el;
	const plain = toValue(elRef);
	return (_$el = plain === null || plain === void 0 ? void 0 : plain.$el) !== null && _$el !== void 0 ? _$el : plain;
}
function useEventListener(...args) {
	const register = (el, event, listener, options) => {
		el.addEventListener(event, listener, options);
		return () => el.removeEventListener(event, listener, options);
	};
	const firstParamTargets = computed(() => {
		const test = toArray(toValue(args[0])).filter((e) => e != null);
		return test.every((e) => typeof e !== "string") ? test : void 0;
	});
	return watchImmediate(() => {
		var _firstParamTargets$va, _firstParamTargets$va2;
		return [
			(_firstParamTargets$va = (_firstParamTargets$va2 = firstParamTargets.value) === null || _firstParamTargets$va2 === void 0 ? void 0 : _firstParamTargets$va2.map((e) => unrefElement(e))) !== null && _firstParamTargets$va !== void 0 ? _firstParamTargets$va : [defaultWindow].filter((e) => e != null),
			toArray(toValue(firstParamTargets.value ? args[1] : args[0])),
			toArray(unref(firstParamTargets.value ? args[2] : args[1])),
			toValue(firstParamTargets.value ? args[3] : args[2])
		];
	}, ([raw_targets, raw_events, raw_listeners, raw_options], _, onCleanup) => {
		if (!(raw_targets === null || raw_targets === void 0 ? void 0 : raw_targets.length) || !(raw_events === null || raw_events === void 0 ? void 0 : raw_events.length) || !(raw_listeners === null || raw_listeners === void 0 ? void 0 : raw_listeners.length)) return;
		const optionsClone = isObject(raw_options) ? { ...raw_options } : raw_options;
		const cleanups = raw_targets.flatMap((el) => raw_events.flatMap((event) => raw_listeners.map((listener) => register(el, event, listener, optionsClone))));
		onCleanup(() => {
			cleanups.forEach((fn) => fn());
		});
	}, { flush: "post" });
}
/**
* Mounted state in ref.
*
* @see https://vueuse.org/useMounted
*
* @__NO_SIDE_EFFECTS__
*/
function useMounted() {
	const isMounted = shallowRef(false);
	const instance = getCurrentInstance();
	if (instance) onMounted(() => {
		isMounted.value = true;
	}, instance);
	return isMounted;
}
function createKeyPredicate(keyFilter) {
	if (typeof keyFilter === "function") return keyFilter;
	else if (typeof keyFilter === "string") return (event) => event.key === keyFilter;
	else if (Array.isArray(keyFilter)) return (event) => keyFilter.includes(event.key);
	return () => true;
}
function onKeyStroke(...args) {
	let key;
	let handler;
	let options = {};
	if (args.length === 3) {
		key = args[0];
		handler = args[1];
		options = args[2];
	} else if (args.length === 2) if (typeof args[1] === "object") {
		key = true;
		handler = args[0];
		options = args[1];
	} else {
		key = args[0];
		handler = args[1];
	}
	else {
		key = true;
		handler = args[0];
	}
	const { target = defaultWindow, eventName = "keydown", passive = false, dedupe = false } = options;
	const predicate = createKeyPredicate(key);
	const listener = (e) => {
		if (e.repeat && toValue(dedupe)) return;
		if (predicate(e)) handler(e);
	};
	return useEventListener(target, eventName, listener, passive);
}
function cloneFnJSON(source) {
	return JSON.parse(JSON.stringify(source));
}
/**
* Shorthand for v-model binding, props + emit -> ref
*
* @see https://vueuse.org/useVModel
* @param props
* @param key (default 'modelValue')
* @param emit
* @param options
*
* @__NO_SIDE_EFFECTS__
*/
function useVModel(props, key, emit, options = {}) {
	var _vm$$emit, _vm$proxy;
	const { clone = false, passive = false, eventName, deep = false, defaultValue, shouldEmit } = options;
	const vm = getCurrentInstance();
	const _emit = emit || (vm === null || vm === void 0 ? void 0 : vm.emit) || (vm === null || vm === void 0 || (_vm$$emit = vm.$emit) === null || _vm$$emit === void 0 ? void 0 : _vm$$emit.bind(vm)) || (vm === null || vm === void 0 || (_vm$proxy = vm.proxy) === null || _vm$proxy === void 0 || (_vm$proxy = _vm$proxy.$emit) === null || _vm$proxy === void 0 ? void 0 : _vm$proxy.bind(vm === null || vm === void 0 ? void 0 : vm.proxy));
	let event = eventName;
	if (!key) key = "modelValue";
	event = event || `update:${key.toString()}`;
	const cloneFn = (val) => !clone ? val : typeof clone === "function" ? clone(val) : cloneFnJSON(val);
	const getValue = () => isDef(props[key]) ? cloneFn(props[key]) : defaultValue;
	const triggerEmit = (value) => {
		if (shouldEmit) {
			if (shouldEmit(value)) _emit(event, value);
		} else _emit(event, value);
	};
	if (passive) {
		const proxy = ref(getValue());
		let isUpdating = false;
		watch(() => props[key], (v) => {
			if (!isUpdating) {
				isUpdating = true;
				proxy.value = cloneFn(v);
				nextTick(() => isUpdating = false);
			}
		});
		watch(proxy, (v) => {
			if (!isUpdating && (v !== props[key] || deep)) triggerEmit(v);
		}, { deep });
		return proxy;
	} else return computed({
		get() {
			return getValue();
		},
		set(value) {
			triggerEmit(value);
		}
	});
}
// node_modules/reka-ui/dist/shared/renderSlotFragments.js
function renderSlotFragments(children) {
	if (!children) return [];
	return children.flatMap((child) => {
		if (child.type === Fragment) return renderSlotFragments(child.children);
		return [child];
	});
}
// node_modules/reka-ui/dist/ConfigProvider/ConfigProvider.js
var [injectConfigProviderContext, provideConfigProviderContext] = /*#__PURE__*/ createContext("ConfigProvider");
// node_modules/reka-ui/dist/shared/useDirection.js
/**
* The `useDirection` function provides a way to access the current direction in your application.
* @param {Ref<Direction | undefined>} [dir] - An optional ref containing the direction (ltr or rtl).
* @returns  computed value that combines with the resolved direction.
*/
function useDirection(dir) {
	const context = injectConfigProviderContext({ dir: ref("ltr") });
	return computed(() => dir?.value || context.dir?.value || "ltr");
}
// node_modules/reka-ui/dist/shared/useFormControl.js
function useFormControl(el) {
	return computed(() => toValue(el) ? Boolean(unrefElement(el)?.closest("form")) : true);
}
// node_modules/reka-ui/dist/shared/useForwardExpose.js
function useForwardExpose() {
	const instance = getCurrentInstance();
	const currentRef = ref();
	const currentElement = computed(() => resolveCurrentElement());
	onUpdated(() => {
		if (currentElement.value !== resolveCurrentElement()) triggerRef(currentRef);
	});
	function resolveCurrentElement() {
		return currentRef.value && "$el" in currentRef.value && ["#text", "#comment"].includes(currentRef.value.$el.nodeName) ? currentRef.value.$el.nextElementSibling : unrefElement(currentRef);
	}
	const localExpose = Object.assign({}, instance.exposed);
	const ret = {};
	for (const key in instance.props) Object.defineProperty(ret, key, {
		enumerable: true,
		configurable: true,
		get: () => instance.props[key]
	});
	if (Object.keys(localExpose).length > 0) for (const key in localExpose) Object.defineProperty(ret, key, {
		enumerable: true,
		configurable: true,
		get: () => localExpose[key]
	});
	Object.defineProperty(ret, "$el", {
		enumerable: true,
		configurable: true,
		get: () => instance.vnode.el
	});
	instance.exposed = ret;
	function forwardRef(ref$1) {
		currentRef.value = ref$1;
		if (!ref$1) return;
		Object.defineProperty(ret, "$el", {
			enumerable: true,
			configurable: true,
			get: () => ref$1 instanceof Element ? ref$1 : ref$1.$el
		});
		if (!(ref$1 instanceof Element) && !Object.hasOwn(ref$1, "$el")) {
			const childExposed = ref$1.$.exposed;
			const merged = Object.assign({}, ret);
			for (const key in childExposed) Object.defineProperty(merged, key, {
				enumerable: true,
				configurable: true,
				get: () => childExposed[key]
			});
			instance.exposed = merged;
		}
	}
	return {
		forwardRef,
		currentRef,
		currentElement
	};
}
// node_modules/reka-ui/dist/shared/useForwardScopeId.js
/**
* Returns the parent component's `<style scoped>` id (e.g. `data-v-xxxxxxx`) as a
* bindable attribute object, so it can be manually forwarded onto the chosen root
* element of a multi-root component.
*
* Vue only auto-applies the parent's scope id to a **single-root** component's root.
* When a component renders multiple root nodes (e.g. an interactive control plus a
* sibling hidden form input), that fallthrough is dropped and the parent's scoped
* styles can no longer reach the component. Spread the returned object onto the
* element that should stay styleable by the parent.
*
* @example
* ```ts
* const scopeIdAttrs = useForwardScopeId()
* // <Primitive v-bind="{ ...$attrs, ...scopeIdAttrs }" />
* ```
*/
function useForwardScopeId() {
	const scopeId = (getCurrentInstance()?.vnode)?.scopeId;
	return scopeId ? { [scopeId]: "" } : {};
}
/**
* The `useId` function generates a unique identifier using a provided deterministic ID,
* a configured `<ConfigProvider>` ID source, Vue's native `useId`, or a fallback counter.
* @param {string | null | undefined} [deterministicId] - The `useId` function you provided takes an
* optional parameter `deterministicId`, which can be a string, null, or undefined. If
* `deterministicId` is provided, the function will return it. Otherwise, it will generate an id using
* the configured ID source.
*/
function useId(deterministicId, prefix = "reka") {
	if (deterministicId) return deterministicId;
	let id;
	const configProviderContext = injectConfigProviderContext({ useId: void 0 });
	if (configProviderContext.useId) id = configProviderContext.useId();
	else id = useId$1?.();
	return prefix ? `${prefix}-${id}` : id;
}
// node_modules/reka-ui/dist/Primitive/Slot.js
var Slot = /*#__PURE__*/ defineComponent({
	name: "PrimitiveSlot",
	inheritAttrs: false,
	setup(_, { attrs, slots }) {
		return () => {
			if (!slots.default) return null;
			const children = renderSlotFragments(slots.default());
			const firstNonCommentChildrenIndex = children.findIndex((child) => child.type !== Comment);
			if (firstNonCommentChildrenIndex === -1) return children;
			const firstNonCommentChildren = children[firstNonCommentChildrenIndex];
			delete firstNonCommentChildren.props?.ref;
			const mergedProps = firstNonCommentChildren.props ? mergeProps(attrs, firstNonCommentChildren.props) : attrs;
			const cloned = cloneVNode({
				...firstNonCommentChildren,
				props: {}
			}, mergedProps);
			if (children.length === 1) return cloned;
			children[firstNonCommentChildrenIndex] = cloned;
			return children;
		};
	}
});
// node_modules/reka-ui/dist/Primitive/Primitive.js
var SELF_CLOSING_TAGS = [
	"area",
	"img",
	"input"
];
var Primitive = /*#__PURE__*/ defineComponent({
	name: "Primitive",
	inheritAttrs: false,
	props: {
		asChild: {
			type: Boolean,
			default: false
		},
		as: {
			type: [String, Object],
			default: "div"
		}
	},
	setup(props, { attrs, slots }) {
		const asTag = props.asChild ? "template" : props.as;
		if (typeof asTag === "string" && SELF_CLOSING_TAGS.includes(asTag)) return () => h(asTag, attrs);
		if (asTag !== "template") return () => h(props.as, attrs, { default: slots.default });
		return () => h(Slot, attrs, { default: slots.default });
	}
});
// node_modules/reka-ui/dist/Primitive/usePrimitiveElement.js
function usePrimitiveElement() {
	const primitiveElement = ref();
	return {
		primitiveElement,
		currentElement: computed(() => ["#text", "#comment"].includes(primitiveElement.value?.$el.nodeName) ? primitiveElement.value?.$el.nextElementSibling : unrefElement(primitiveElement))
	};
}
// node_modules/reka-ui/dist/shared/useSingleOrMultipleValue.js
/**
* Validates the props and it makes sure that the types are coherent with each other
*
* 1. If type, defaultValue, and modelValue are all undefined, throw an error.
* 2. If modelValue and defaultValue are defined and not of the same type, throw an error.
* 3. If type is defined:
*    a. If type is 'single' and either modelValue or defaultValue is an array, log an error and return 'multiple'.
*    b. If type is 'multiple' and neither modelValue nor defaultValue is an array, log an error and return 'single'.
* 4. Return 'multiple' if modelValue is an array, else return 'single'.
*/
function validateProps({ type, defaultValue, modelValue }) {
	const value = modelValue || defaultValue;
	if (modelValue !== void 0 || defaultValue !== void 0) return Array.isArray(value) ? "multiple" : "single";
	else return type ?? "single";
}
function getDefaultType({ type, defaultValue, modelValue }) {
	if (type) return type;
	return validateProps({
		type,
		defaultValue,
		modelValue
	});
}
function getDefaultValue({ type, defaultValue }) {
	if (defaultValue !== void 0) return defaultValue;
	return type === "single" ? void 0 : [];
}
function useSingleOrMultipleValue(props, emits) {
	const type = computed(() => getDefaultType(props));
	const modelValue = useVModel(props, "modelValue", emits, {
		defaultValue: getDefaultValue(props),
		passive: props.modelValue === void 0,
		deep: true
	});
	function changeModelValue(value) {
		if (type.value === "single") modelValue.value = isEqual(value, modelValue.value) ? void 0 : value;
		else {
			const modelValueArray = Array.isArray(modelValue.value) ? [...modelValue.value || []] : [modelValue.value].filter(Boolean);
			if (isValueEqualOrExist(modelValueArray, value)) {
				const index = modelValueArray.findIndex((i) => isEqual(i, value));
				modelValueArray.splice(index, 1);
			} else modelValueArray.push(value);
			modelValue.value = modelValueArray;
		}
	}
	return {
		modelValue,
		changeModelValue,
		isSingle: computed(() => type.value === "single")
	};
}
// node_modules/reka-ui/dist/Collection/Collection.js
var ITEM_DATA_ATTR = "data-reka-collection-item";
function useCollection(options = {}) {
	const { key = "", isProvider = false } = options;
	const injectionKey = `${key}CollectionProvider`;
	let context;
	if (isProvider) {
		const itemMap = ref(/* @__PURE__ */ new Map());
		context = {
			collectionRef: ref(),
			itemMap
		};
		provide(injectionKey, context);
	} else context = inject(injectionKey);
	const getItem = (element, includeDisabledItem = false) => {
		if (!context.collectionRef.value) return void 0;
		const item = context.itemMap.value.get(element);
		return item && (includeDisabledItem || item.ref.dataset.disabled !== "") ? item : void 0;
	};
	const getItems = (includeDisabledItem = false) => {
		const collectionNode = context.collectionRef.value;
		if (!collectionNode) return [];
		const orderedNodes = Array.from(collectionNode.querySelectorAll(`[${ITEM_DATA_ATTR}]`));
		const orderMap = new Map(orderedNodes.map((node, index) => [node, index]));
		const orderedItems = Array.from(context.itemMap.value.values()).sort((a, b) => (orderMap.get(a.ref) ?? -1) - (orderMap.get(b.ref) ?? -1));
		if (includeDisabledItem) return orderedItems;
		else return orderedItems.filter((i) => i.ref.dataset.disabled !== "");
	};
	const CollectionSlot = /*#__PURE__*/ defineComponent({
		name: "CollectionSlot",
		inheritAttrs: false,
		setup(_, { slots, attrs }) {
			const { primitiveElement, currentElement } = usePrimitiveElement();
			watch(currentElement, () => {
				context.collectionRef.value = currentElement.value;
			});
			return () => h(Slot, {
				ref: primitiveElement,
				...attrs
			}, slots);
		}
	});
	const CollectionItem = /*#__PURE__*/ defineComponent({
		name: "CollectionItem",
		inheritAttrs: false,
		props: { value: { validator: () => true } },
		setup(props, { slots, attrs }) {
			const { primitiveElement, currentElement } = usePrimitiveElement();
			watchEffect((cleanupFn) => {
				if (currentElement.value) {
					const key$1 = markRaw(currentElement.value);
					context.itemMap.value.set(key$1, {
						ref: currentElement.value,
						value: props.value
					});
					cleanupFn(() => context.itemMap.value.delete(key$1));
				}
			});
			return () => h(Slot, {
				...attrs,
				[ITEM_DATA_ATTR]: "",
				ref: primitiveElement
			}, slots);
		}
	});
	return {
		getItems,
		getItem,
		reactiveItems: computed(() => Array.from(context.itemMap.value.values())),
		itemMapSize: computed(() => context.itemMap.value.size),
		CollectionSlot,
		CollectionItem
	};
}
// node_modules/reka-ui/dist/VisuallyHidden/VisuallyHidden.js
var VisuallyHidden_default = /* @__PURE__ */ defineComponent({
	__name: "VisuallyHidden",
	props: {
		feature: {
			type: String,
			required: false,
			default: "focusable"
		},
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
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(Primitive), {
				as: __props.as,
				"as-child": __props.asChild,
				"aria-hidden": __props.feature === "fully-hidden" ? "true" : void 0,
				"data-hidden": __props.feature === "fully-hidden" ? "" : void 0,
				tabindex: __props.feature === "fully-hidden" ? "-1" : void 0,
				style: {
					position: "absolute",
					border: 0,
					width: "1px",
					height: "1px",
					padding: 0,
					margin: "-1px",
					overflow: "hidden",
					clip: "rect(0, 0, 0, 0)",
					clipPath: "inset(50%)",
					whiteSpace: "nowrap",
					wordWrap: "normal",
					top: "-1px",
					left: "-1px"
				}
			}, {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
				_: 3
			}, 8, [
				"as",
				"as-child",
				"aria-hidden",
				"data-hidden",
				"tabindex"
			]);
		};
	}
});
// node_modules/reka-ui/dist/VisuallyHidden/VisuallyHiddenInputBubble.js
var VisuallyHiddenInputBubble_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "VisuallyHiddenInputBubble",
	props: {
		name: {
			type: String,
			required: true
		},
		value: {
			type: null,
			required: true
		},
		checked: {
			type: Boolean,
			required: false,
			default: void 0
		},
		required: {
			type: Boolean,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		feature: {
			type: String,
			required: false,
			default: "fully-hidden"
		}
	},
	setup(__props) {
		const props = __props;
		const { primitiveElement, currentElement } = usePrimitiveElement();
		const valueState = computed(() => props.checked ?? props.value);
		watch(valueState, (cur, prev) => {
			if (!currentElement.value) return;
			const input = currentElement.value;
			const inputProto = window.HTMLInputElement.prototype;
			const setValue = Object.getOwnPropertyDescriptor(inputProto, "value").set;
			if (setValue && cur !== prev) {
				const inputEvent = new Event("input", { bubbles: true });
				const changeEvent = new Event("change", { bubbles: true });
				setValue.call(input, cur);
				input.dispatchEvent(inputEvent);
				input.dispatchEvent(changeEvent);
			}
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(VisuallyHidden_default, mergeProps({
				ref_key: "primitiveElement",
				ref: primitiveElement
			}, {
				...props,
				..._ctx.$attrs
			}, { as: "input" }), null, 16);
		};
	}
});
// node_modules/reka-ui/dist/VisuallyHidden/VisuallyHiddenInput.js
var VisuallyHiddenInput_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "VisuallyHiddenInput",
	props: {
		name: {
			type: String,
			required: true
		},
		value: {
			type: null,
			required: true
		},
		checked: {
			type: Boolean,
			required: false,
			default: void 0
		},
		required: {
			type: Boolean,
			required: false
		},
		disabled: {
			type: Boolean,
			required: false
		},
		feature: {
			type: String,
			required: false,
			default: "fully-hidden"
		}
	},
	setup(__props) {
		const props = __props;
		const isFormArrayEmptyAndRequired = computed(() => typeof props.value === "object" && Array.isArray(props.value) && props.value.length === 0 && props.required);
		const parsedValue = computed(() => {
			if (typeof props.value === "string" || typeof props.value === "number" || typeof props.value === "boolean" || props.value === null || props.value === void 0) return [{
				name: props.name,
				value: props.value
			}];
			else if (typeof props.value === "object" && Array.isArray(props.value)) return props.value.flatMap((obj, index) => {
				if (typeof obj === "object") return Object.entries(obj).map(([key, value]) => ({
					name: `${props.name}[${index}][${key}]`,
					value
				}));
				else return {
					name: `${props.name}[${index}]`,
					value: obj
				};
			});
			else if (props.value !== null && typeof props.value === "object" && !Array.isArray(props.value)) return Object.entries(props.value).map(([key, value]) => ({
				name: `${props.name}[${key}]`,
				value
			}));
			return [];
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createCommentVNode(" We render single input if it's required "), isFormArrayEmptyAndRequired.value ? (openBlock(), createBlock(VisuallyHiddenInputBubble_default, mergeProps({ key: __props.name }, {
				...props,
				..._ctx.$attrs
			}, {
				name: __props.name,
				value: __props.value
			}), null, 16, ["name", "value"])) : (openBlock(true), createElementBlock(Fragment, { key: 1 }, renderList(parsedValue.value, (parsed) => {
				return openBlock(), createBlock(VisuallyHiddenInputBubble_default, mergeProps({ key: parsed.name }, { ref_for: true }, {
					...props,
					..._ctx.$attrs
				}, {
					name: parsed.name,
					value: parsed.value
				}), null, 16, ["name", "value"]);
			}), 128))], 2112);
		};
	}
});
// node_modules/reka-ui/dist/RovingFocus/utils.js
var ENTRY_FOCUS = "rovingFocusGroup.onEntryFocus";
var EVENT_OPTIONS = {
	bubbles: false,
	cancelable: true
};
var MAP_KEY_TO_FOCUS_INTENT = {
	ArrowLeft: "prev",
	ArrowUp: "prev",
	ArrowRight: "next",
	ArrowDown: "next",
	PageUp: "first",
	Home: "first",
	PageDown: "last",
	End: "last"
};
function getDirectionAwareKey(key, dir) {
	if (dir !== "rtl") return key;
	return key === "ArrowLeft" ? "ArrowRight" : key === "ArrowRight" ? "ArrowLeft" : key;
}
function getFocusIntent(event, orientation, dir) {
	const key = getDirectionAwareKey(event.key, dir);
	if (orientation === "vertical" && ["ArrowLeft", "ArrowRight"].includes(key)) return void 0;
	if (orientation === "horizontal" && ["ArrowUp", "ArrowDown"].includes(key)) return void 0;
	return MAP_KEY_TO_FOCUS_INTENT[key];
}
function focusFirst(candidates, preventScroll = false) {
	const PREVIOUSLY_FOCUSED_ELEMENT = getActiveElement();
	for (const candidate of candidates) {
		if (candidate === PREVIOUSLY_FOCUSED_ELEMENT) return;
		candidate.focus({ preventScroll });
		if (getActiveElement() !== PREVIOUSLY_FOCUSED_ELEMENT) return;
	}
}
/**
* Wraps an array around itself at a given start index
* Example: `wrapArray(['a', 'b', 'c', 'd'], 2) === ['c', 'd', 'a', 'b']`
*/
function wrapArray(array, startIndex) {
	return array.map((_, index) => array[(startIndex + index) % array.length]);
}
// node_modules/reka-ui/dist/RovingFocus/RovingFocusGroup.js
var [injectRovingFocusGroupContext, provideRovingFocusGroupContext] = /*#__PURE__*/ createContext("RovingFocusGroup");
var RovingFocusGroup_default = /* @__PURE__ */ defineComponent({
	__name: "RovingFocusGroup",
	props: {
		orientation: {
			type: String,
			required: false,
			default: void 0
		},
		dir: {
			type: String,
			required: false
		},
		loop: {
			type: Boolean,
			required: false,
			default: false
		},
		currentTabStopId: {
			type: [String, null],
			required: false
		},
		defaultCurrentTabStopId: {
			type: String,
			required: false
		},
		preventScrollOnEntryFocus: {
			type: Boolean,
			required: false,
			default: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		}
	},
	emits: ["entryFocus", "update:currentTabStopId"],
	setup(__props, { expose: __expose, emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { loop, orientation, dir: propDir } = toRefs(props);
		const dir = useDirection(propDir);
		const currentTabStopId = useVModel(props, "currentTabStopId", emits, {
			defaultValue: props.defaultCurrentTabStopId,
			passive: props.currentTabStopId === void 0
		});
		const isTabbingBackOut = ref(false);
		const isClickFocus = ref(false);
		const focusableItemsCount = ref(0);
		const { getItems, CollectionSlot } = useCollection({ isProvider: true });
		function handleFocus(event) {
			const isKeyboardFocus = !isClickFocus.value;
			if (event.currentTarget && event.target === event.currentTarget && isKeyboardFocus && !isTabbingBackOut.value) {
				const entryFocusEvent = new CustomEvent(ENTRY_FOCUS, EVENT_OPTIONS);
				event.currentTarget.dispatchEvent(entryFocusEvent);
				emits("entryFocus", entryFocusEvent);
				if (!entryFocusEvent.defaultPrevented) {
					const items = getItems().map((i) => i.ref).filter((i) => i.dataset.disabled !== "");
					focusFirst([
						items.find((item) => item.getAttribute("data-active") === ""),
						items.find((item) => item.getAttribute("data-highlighted") === ""),
						items.find((item) => item.id === currentTabStopId.value),
						...items
					].filter(Boolean), props.preventScrollOnEntryFocus);
				}
			}
			isClickFocus.value = false;
		}
		function handleMouseUp() {
			setTimeout(() => {
				isClickFocus.value = false;
			}, 1);
		}
		__expose({ getItems });
		provideRovingFocusGroupContext({
			loop,
			dir,
			orientation,
			currentTabStopId,
			onItemFocus: (tabStopId) => {
				currentTabStopId.value = tabStopId;
			},
			onItemShiftTab: () => {
				isTabbingBackOut.value = true;
			},
			onFocusableItemAdd: () => {
				focusableItemsCount.value++;
			},
			onFocusableItemRemove: () => {
				focusableItemsCount.value--;
			}
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(CollectionSlot), null, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					tabindex: isTabbingBackOut.value || focusableItemsCount.value === 0 ? -1 : 0,
					"data-orientation": unref(orientation),
					as: __props.as,
					"as-child": __props.asChild,
					dir: unref(dir),
					style: { "outline": "none" },
					onMousedown: _cache[0] || (_cache[0] = ($event) => isClickFocus.value = true),
					onMouseup: handleMouseUp,
					onFocus: handleFocus,
					onBlur: _cache[1] || (_cache[1] = ($event) => isTabbingBackOut.value = false)
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 8, [
					"tabindex",
					"data-orientation",
					"as",
					"as-child",
					"dir"
				])]),
				_: 3
			});
		};
	}
});
// node_modules/reka-ui/dist/RovingFocus/RovingFocusItem.js
var RovingFocusItem_default = /* @__PURE__ */ defineComponent({
	__name: "RovingFocusItem",
	props: {
		tabStopId: {
			type: String,
			required: false
		},
		focusable: {
			type: Boolean,
			required: false,
			default: true
		},
		active: {
			type: Boolean,
			required: false
		},
		allowShiftKey: {
			type: Boolean,
			required: false
		},
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
		const props = __props;
		const context = injectRovingFocusGroupContext();
		const randomId = useId();
		const id = computed(() => props.tabStopId || randomId);
		const isCurrentTabStop = computed(() => context.currentTabStopId.value === id.value);
		const { getItems, CollectionItem } = useCollection();
		onMounted(() => {
			if (props.focusable) context.onFocusableItemAdd();
		});
		onUnmounted(() => {
			if (props.focusable) context.onFocusableItemRemove();
		});
		watch(() => props.focusable, (newVal, oldVal) => {
			if (newVal === oldVal) return;
			if (newVal) context.onFocusableItemAdd();
			else context.onFocusableItemRemove();
		});
		function handleKeydown(event) {
			if (event.defaultPrevented) return;
			if (event.key === "Tab" && event.shiftKey) {
				context.onItemShiftTab();
				return;
			}
			if (event.target !== event.currentTarget) return;
			const focusIntent = getFocusIntent(event, context.orientation.value, context.dir.value);
			if (focusIntent !== void 0) {
				if (event.metaKey || event.ctrlKey || event.altKey || (props.allowShiftKey ? false : event.shiftKey)) return;
				event.preventDefault();
				let candidateNodes = [...getItems().map((i) => i.ref).filter((i) => i.dataset.disabled !== "")];
				if (focusIntent === "last") candidateNodes.reverse();
				else if (focusIntent === "prev" || focusIntent === "next") {
					if (focusIntent === "prev") candidateNodes.reverse();
					const currentIndex = candidateNodes.indexOf(event.currentTarget);
					candidateNodes = context.loop.value ? wrapArray(candidateNodes, currentIndex + 1) : candidateNodes.slice(currentIndex + 1);
				}
				nextTick(() => focusFirst(candidateNodes));
			}
		}
		const { forwardRef, currentElement } = useForwardExpose();
		const itemElement = shallowRef();
		watch(currentElement, (element) => {
			itemElement.value = element;
		}, {
			immediate: true,
			flush: "post"
		});
		useEventListener(itemElement, "keydown", handleKeydown);
		function handleFocusIn(event) {
			itemElement.value = event.currentTarget;
		}
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(CollectionItem), null, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					ref: unref(forwardRef),
					tabindex: isCurrentTabStop.value ? 0 : -1,
					"data-orientation": unref(context).orientation.value,
					"data-active": __props.active ? "" : void 0,
					"data-disabled": !__props.focusable ? "" : void 0,
					as: __props.as,
					"as-child": __props.asChild,
					onMousedown: _cache[0] || (_cache[0] = (event) => {
						if (!__props.focusable) event.preventDefault();
						else unref(context).onItemFocus(id.value);
					}),
					onFocus: _cache[1] || (_cache[1] = ($event) => unref(context).onItemFocus(id.value)),
					onFocusin: handleFocusIn
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default")]),
					_: 3
				}, 8, [
					"tabindex",
					"data-orientation",
					"data-active",
					"data-disabled",
					"as",
					"as-child"
				])]),
				_: 3
			});
		};
	}
});
// node_modules/reka-ui/dist/ToggleGroup/ToggleGroupRoot.js
var [injectToggleGroupRootContext, provideToggleGroupRootContext] = /*#__PURE__*/ createContext("ToggleGroupRoot");
var ToggleGroupRoot_default = /* @__PURE__ */ defineComponent({
	__name: "ToggleGroupRoot",
	props: {
		rovingFocus: {
			type: Boolean,
			required: false,
			default: true
		},
		disabled: {
			type: Boolean,
			required: false,
			default: false
		},
		orientation: {
			type: String,
			required: false
		},
		dir: {
			type: String,
			required: false
		},
		loop: {
			type: Boolean,
			required: false,
			default: true
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false
		},
		name: {
			type: String,
			required: false
		},
		required: {
			type: Boolean,
			required: false
		},
		type: {
			type: String,
			required: false
		},
		modelValue: {
			type: null,
			required: false
		},
		defaultValue: {
			type: null,
			required: false
		}
	},
	emits: ["update:modelValue"],
	setup(__props, { emit: __emit }) {
		const props = __props;
		const emits = __emit;
		const { loop, rovingFocus, disabled, dir: propDir } = toRefs(props);
		const dir = useDirection(propDir);
		const { forwardRef, currentElement } = useForwardExpose();
		const { modelValue, changeModelValue, isSingle } = useSingleOrMultipleValue(props, emits);
		const isFormControl = useFormControl(currentElement);
		provideToggleGroupRootContext({
			isSingle,
			modelValue,
			changeModelValue,
			dir,
			orientation: props.orientation,
			loop,
			rovingFocus,
			disabled
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(resolveDynamicComponent(unref(rovingFocus) ? unref(RovingFocusGroup_default) : unref(Primitive)), {
				"as-child": "",
				orientation: unref(rovingFocus) ? __props.orientation : void 0,
				dir: unref(dir),
				loop: unref(rovingFocus) ? unref(loop) : void 0
			}, {
				default: withCtx(() => [createVNode(unref(Primitive), {
					ref: unref(forwardRef),
					role: "group",
					"as-child": __props.asChild,
					as: __props.as
				}, {
					default: withCtx(() => [renderSlot(_ctx.$slots, "default", { modelValue: unref(modelValue) }), unref(isFormControl) && __props.name ? (openBlock(), createBlock(VisuallyHiddenInput_default, {
						key: 0,
						name: __props.name,
						required: __props.required,
						value: unref(modelValue)
					}, null, 8, [
						"name",
						"required",
						"value"
					])) : createCommentVNode("v-if", true)]),
					_: 3
				}, 8, ["as-child", "as"])]),
				_: 3
			}, 8, [
				"orientation",
				"dir",
				"loop"
			]);
		};
	}
});
// node_modules/reka-ui/dist/Toggle/Toggle.js
var Toggle_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "Toggle",
	props: {
		defaultValue: {
			type: Boolean,
			required: false
		},
		modelValue: {
			type: [Boolean, null],
			required: false,
			default: void 0
		},
		disabled: {
			type: Boolean,
			required: false,
			default: false
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
		const emits = __emit;
		const { forwardRef, currentElement } = useForwardExpose();
		const scopeIdAttrs = useForwardScopeId();
		const toggleGroupContext = injectToggleGroupRootContext(null);
		const modelValue = useVModel(props, "modelValue", emits, {
			defaultValue: props.defaultValue,
			passive: props.modelValue === void 0
		});
		function togglePressed() {
			modelValue.value = !modelValue.value;
		}
		const dataState = computed(() => {
			return modelValue.value ? "on" : "off";
		});
		const isFormControl = useFormControl(currentElement);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(unref(Primitive), mergeProps({
				ref: unref(forwardRef),
				type: __props.as === "button" ? "button" : void 0,
				"as-child": props.asChild,
				as: __props.as,
				"aria-pressed": unref(modelValue),
				"data-state": dataState.value,
				"data-disabled": __props.disabled ? "" : void 0,
				disabled: __props.disabled
			}, {
				...unref(scopeIdAttrs),
				..._ctx.$attrs
			}, { onClick: togglePressed }), {
				default: withCtx(() => [renderSlot(_ctx.$slots, "default", {
					modelValue: unref(modelValue),
					disabled: __props.disabled,
					pressed: unref(modelValue),
					state: dataState.value
				})]),
				_: 3
			}, 16, [
				"type",
				"as-child",
				"as",
				"aria-pressed",
				"data-state",
				"data-disabled",
				"disabled"
			]), unref(isFormControl) && __props.name && !unref(toggleGroupContext) ? (openBlock(), createBlock(VisuallyHiddenInput_default, mergeProps({
				key: 0,
				type: "checkbox",
				name: __props.name,
				value: unref(modelValue),
				required: __props.required
			}, unref(scopeIdAttrs)), null, 16, [
				"name",
				"value",
				"required"
			])) : createCommentVNode("v-if", true)], 64);
		};
	}
});
// node_modules/reka-ui/dist/ToggleGroup/ToggleGroupItem.js
var ToggleGroupItem_default = /* @__PURE__ */ defineComponent({
	__name: "ToggleGroupItem",
	props: {
		value: {
			type: null,
			required: true
		},
		disabled: {
			type: Boolean,
			required: false
		},
		asChild: {
			type: Boolean,
			required: false
		},
		as: {
			type: null,
			required: false,
			default: "button"
		}
	},
	setup(__props) {
		const props = __props;
		const rootContext = injectToggleGroupRootContext();
		const disabled = computed(() => rootContext.disabled?.value || props.disabled);
		const pressed = computed(() => isValueEqualOrExist(rootContext.modelValue.value, props.value));
		const { forwardRef } = useForwardExpose();
		const scopeIdAttrs = useForwardScopeId();
		return (_ctx, _cache) => {
			return openBlock(), createBlock(resolveDynamicComponent(unref(rootContext).rovingFocus.value ? unref(RovingFocusItem_default) : unref(Primitive)), mergeProps({ "as-child": "" }, unref(rootContext).rovingFocus.value ? {
				focusable: !disabled.value,
				active: pressed.value
			} : {}), {
				default: withCtx(() => [createVNode(unref(Toggle_default), mergeProps({
					...unref(scopeIdAttrs),
					...props
				}, {
					ref: unref(forwardRef),
					disabled: disabled.value,
					"model-value": pressed.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => unref(rootContext).changeModelValue(__props.value))
				}), {
					default: withCtx((slotProps) => [renderSlot(_ctx.$slots, "default", normalizeProps(guardReactiveProps(slotProps)))]),
					_: 3
				}, 16, ["disabled", "model-value"])]),
				_: 3
			}, 16);
		};
	}
});
// src-renderer/components/ui/AppSegments.vue
var AppSegments_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AppSegments",
	props: /*@__PURE__*/ mergeModels({
		label: {},
		options: {}
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const model = useModel(__props, "modelValue");
		/** Pressing the chosen one again keeps it: there is always one. */
		const choose = (value) => {
			if (value) model.value = value;
		};
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(ToggleGroupRoot_default), {
				class: "segments",
				type: "single",
				"model-value": model.value,
				"aria-label": __props.label,
				"onUpdate:modelValue": choose
			}, {
				default: withCtx(() => [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.options, (option) => {
					return openBlock(), createBlock(unref(ToggleGroupItem_default), {
						key: option.value,
						class: "segment",
						value: option.value,
						"aria-label": option.icon ? option.label : void 0,
						title: option.icon ? option.label : void 0,
						"data-test": `segment-${option.value}`
					}, {
						default: withCtx(() => [option.icon ? (openBlock(), createBlock(AppIcon_default, {
							key: 0,
							name: option.icon,
							size: 16
						}, null, 8, ["name"])) : (openBlock(), createElementBlock(Fragment, { key: 1 }, [createTextVNode(toDisplayString(option.label), 1)], 64))]),
						_: 2
					}, 1032, [
						"value",
						"aria-label",
						"title",
						"data-test"
					]);
				}), 128))]),
				_: 1
			}, 8, ["model-value", "aria-label"]);
		};
	}
}), [["__scopeId", "data-v-8a30355a"]]);
// src-renderer/components/ui/AppSelect.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$14 = ["aria-label"];
var _hoisted_2$10 = ["value", "disabled"];
var _hoisted_3$10 = ["id", "aria-describedby"];
var _hoisted_4$4 = ["value", "disabled"];
// src-renderer/components/ui/AppSelect.vue
var AppSelect_default = /* @__PURE__ */ defineComponent({
	inheritAttrs: false,
	__name: "AppSelect",
	props: /*@__PURE__*/ mergeModels({
		label: {},
		options: {},
		hint: {},
		bare: { type: Boolean }
	}, {
		"modelValue": { required: true },
		"modelModifiers": {}
	}),
	emits: ["update:modelValue"],
	setup(__props) {
		const model = useModel(__props, "modelValue");
		return (_ctx, _cache) => {
			return __props.bare ? withDirectives((openBlock(), createElementBlock("select", mergeProps({
				key: 0,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => model.value = $event),
				class: "control small",
				"aria-label": __props.label
			}, _ctx.$attrs), [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.options, (option) => {
				return openBlock(), createElementBlock("option", {
					key: option.value,
					value: option.value,
					disabled: option.disabled
				}, toDisplayString(option.label), 9, _hoisted_2$10);
			}), 128))], 16, _hoisted_1$14)), [[vModelSelect, model.value]]) : (openBlock(), createBlock(AppField_default, {
				key: 1,
				label: __props.label,
				hint: __props.hint
			}, {
				default: withCtx(({ id, described }) => [withDirectives(createBaseVNode("select", mergeProps({
					id,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => model.value = $event),
					class: "control",
					"aria-describedby": described
				}, _ctx.$attrs), [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.options, (option) => {
					return openBlock(), createElementBlock("option", {
						key: option.value,
						value: option.value,
						disabled: option.disabled
					}, toDisplayString(option.label), 9, _hoisted_4$4);
				}), 128))], 16, _hoisted_3$10), [[vModelSelect, model.value]])]),
				_: 1
			}, 8, ["label", "hint"]));
		};
	}
});
// src-renderer/components/InterfaceSettings.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$13 = { class: "settings" };
// src-renderer/components/InterfaceSettings.vue
var InterfaceSettings_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "InterfaceSettings",
	setup(__props) {
		const settings = useSettings();
		const { t } = useText();
		const icons = {
			system: "auto",
			light: "sun",
			dark: "moon"
		};
		const languageOptions = computed(() => [{
			value: "system",
			label: t("settings.systemLanguage")
		}, ...languages.map((language) => ({
			value: language,
			label: languageNames[language]
		}))]);
		const themeOptions = computed(() => themes.map((theme) => ({
			value: theme,
			label: t(`settings.theme.${theme}`),
			icon: icons[theme]
		})));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$13, [createVNode(AppSelect_default, {
				modelValue: unref(settings).language,
				"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => unref(settings).language = $event),
				bare: "",
				label: unref(t)("settings.language"),
				options: languageOptions.value,
				"data-test": "language"
			}, null, 8, [
				"modelValue",
				"label",
				"options"
			]), createVNode(AppSegments_default, {
				modelValue: unref(settings).theme,
				"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => unref(settings).theme = $event),
				label: unref(t)("settings.themeLabel"),
				options: themeOptions.value,
				"data-test": "theme"
			}, null, 8, [
				"modelValue",
				"label",
				"options"
			])]);
		};
	}
}), [["__scopeId", "data-v-f439de70"]]);
// src-renderer/components/ui/ProgressBar.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$12 = ["aria-label", "aria-valuenow"];
// src-renderer/components/ui/ProgressBar.vue
var ProgressBar_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ProgressBar",
	props: {
		label: {},
		done: {},
		total: {}
	},
	setup(__props) {
		const props = __props;
		const fraction = computed(() => props.total > 0 ? Math.min(1, props.done / props.total) : null);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "bar",
				role: "progressbar",
				"aria-label": __props.label,
				"aria-valuemin": "0",
				"aria-valuemax": "100",
				"aria-valuenow": fraction.value === null ? void 0 : Math.round(fraction.value * 100)
			}, [createBaseVNode("div", {
				class: normalizeClass(["fill", { unknown: fraction.value === null }]),
				style: normalizeStyle(fraction.value === null ? {} : { transform: `scaleX(${fraction.value})` })
			}, null, 6)], 8, _hoisted_1$12);
		};
	}
}), [["__scopeId", "data-v-164c96ef"]]);
// src-renderer/components/NowTraining.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$11 = { class: "state" };
var _hoisted_2$9 = { class: "name" };
var _hoisted_3$9 = { class: "small quiet num" };
// src-renderer/components/NowTraining.vue
var NowTraining_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "NowTraining",
	setup(__props) {
		const runs = useRuns();
		const { t, tn, f } = useText();
		const trace = computed(() => runs.current ? runs.trace(runs.current.run) : null);
		const steps = computed(() => trace.value && trace.value.version.value >= 0 ? trace.value.steps : null);
		const left = computed(() => trace.value && trace.value.version.value >= 0 ? trace.value.secondsLeft : null);
		const waiting = computed(() => runs.active.filter((run) => run.status === "queued").length);
		return (_ctx, _cache) => {
			return unref(runs).current ? (openBlock(), createBlock(unref(RouterLink), {
				key: 0,
				class: "now",
				to: {
					name: "run",
					params: { id: unref(runs).current.run }
				},
				"data-test": "now-training"
			}, {
				default: withCtx(() => [
					createBaseVNode("span", _hoisted_1$11, toDisplayString(unref(t)(`status.${unref(runs).current.status}`)), 1),
					createBaseVNode("span", _hoisted_2$9, toDisplayString(unref(runs).current.name), 1),
					createVNode(ProgressBar_default, {
						label: unref(runs).current.name,
						done: steps.value?.done ?? 0,
						total: steps.value?.total ?? 0
					}, null, 8, [
						"label",
						"done",
						"total"
					]),
					createBaseVNode("span", _hoisted_3$9, [left.value !== null && unref(runs).current.status === "running" ? (openBlock(), createElementBlock(Fragment, { key: 0 }, [createTextVNode(toDisplayString(unref(t)("tasks.left", { time: unref(f).duration(Math.max(1, Math.round(left.value))) })), 1)], 64)) : unref(runs).stages.get(unref(runs).current.run) ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createTextVNode(toDisplayString(unref(t)("runs.preparing")), 1)], 64)) : createCommentVNode("", true), waiting.value > 0 ? (openBlock(), createElementBlock(Fragment, { key: 2 }, [createTextVNode("\xA0· " + toDisplayString(unref(tn)("runs.waiting", waiting.value)), 1)], 64)) : createCommentVNode("", true)])
				]),
				_: 1
			}, 8, ["to"])) : createCommentVNode("", true);
		};
	}
}), [["__scopeId", "data-v-3a1c4936"]]);
// src-renderer/components/AppSidebar.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$10 = { class: "sidebar" };
var _hoisted_2$8 = ["aria-label"];
var _hoisted_3$8 = { class: "foot" };
// src-renderer/components/AppSidebar.vue
var AppSidebar_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AppSidebar",
	setup(__props) {
		const route = useRoute();
		const { t } = useText();
		const places = [
			{
				name: "data",
				icon: "data",
				also: "dataset"
			},
			{
				name: "train",
				icon: "train"
			},
			{
				name: "runs",
				icon: "runs",
				also: "run"
			},
			{
				name: "compare",
				icon: "compare"
			},
			{
				name: "predict",
				icon: "predict"
			},
			{
				name: "machine",
				icon: "machine"
			}
		];
		const here = (place) => route.name === place.name || place.also !== void 0 && route.name === place.also;
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("header", _hoisted_1$10, [
				createVNode(unref(RouterLink), {
					class: "brand",
					to: { name: "data" }
				}, {
					default: withCtx(() => [createVNode(BrandMark_default), _cache[0] || (_cache[0] = createTextVNode(" Cotejo", -1))]),
					_: 1
				}),
				createBaseVNode("nav", { "aria-label": unref(t)("nav.label") }, [(openBlock(), createElementBlock(Fragment, null, renderList(places, (place) => {
					return createVNode(unref(RouterLink), {
						key: place.name,
						to: { name: place.name },
						class: normalizeClass(["place", { here: here(place) }]),
						"aria-current": here(place) ? "page" : void 0,
						"data-test": `nav-${place.name}`
					}, {
						default: withCtx(() => [
							createVNode(AppIcon_default, { name: place.icon }, null, 8, ["name"]),
							_cache[1] || (_cache[1] = createTextVNode()),
							createBaseVNode("span", null, toDisplayString(unref(t)(`nav.${place.name}`)), 1)
						]),
						_: 2
					}, 1032, [
						"to",
						"class",
						"aria-current",
						"data-test"
					]);
				}), 64))], 8, _hoisted_2$8),
				createBaseVNode("div", _hoisted_3$8, [createVNode(NowTraining_default), createVNode(InterfaceSettings_default)])
			]);
		};
	}
}), [["__scopeId", "data-v-325425b8"]]);
// src-renderer/stores/datasets.ts
var useDatasets = defineStore("datasets", () => {
	const api = useApi();
	const notices = useNotices();
	const all = ref([]);
	const loaded = ref(false);
	/** Removed by the user, but not yet for good. */
	const hidden = ref(/* @__PURE__ */ new Set());
	const list = computed(() => all.value.filter((dataset) => !hidden.value.has(dataset.id)).sort((a, b) => b.created.localeCompare(a.created)));
	async function refresh() {
		all.value = await api.call("data.list", {});
		loaded.value = true;
	}
	async function importFrom(params, options) {
		const result = await api.call("data.import", params, options);
		await refresh();
		return result;
	}
	function remove(dataset) {
		const show = () => {
			hidden.value.delete(dataset.id);
			hidden.value = new Set(hidden.value);
		};
		hidden.value = new Set(hidden.value).add(dataset.id);
		const commit = () => void api.call("data.remove", { dataset: dataset.id }).then(refresh).catch((error) => (show(), notices.error(error)));
		notices.undoable("data.removed", { name: dataset.name }, commit, show);
	}
	api.listen((event) => {
		if (event.event === "data.changed") refresh().catch(() => void 0);
	});
	return {
		list,
		loaded,
		refresh,
		importFrom,
		remove
	};
});
// src-renderer/stores/tasks.ts
var useTasks = defineStore("tasks", () => {
	const tasks = shallowReactive(/* @__PURE__ */ new Map());
	let last = 0;
	/** Runs `work` as a task; it is in the list until it ends, however it ends. */
	async function run(purpose, title, values, work) {
		const controller = new AbortController();
		const task = reactive({
			id: ++last,
			purpose,
			title,
			values,
			progress: null,
			cancelling: false,
			cancel() {
				task.cancelling = true;
				controller.abort();
			}
		});
		tasks.set(task.id, task);
		try {
			return await work({
				signal: controller.signal,
				onProgress: (now) => task.progress = now
			});
		} finally {
			tasks.delete(task.id);
		}
	}
	const list = computed(() => [...tasks.values()]);
	const byPurpose = (purpose) => list.value.find((task) => task.purpose === purpose);
	return {
		list,
		run,
		byPurpose
	};
});
// src-renderer/data/useImport.ts
/** The last part of a path, on any system. */
var baseName = (path) => path.replace(/[\\/]+$/, "").split(/[\\/]/).at(-1) ?? path;
var isArchive = (path) => /\.(tar\.gz|tgz)$/i.test(path);
function useImport() {
	const api = useApi();
	const router = useRouter();
	const datasets = useDatasets();
	const tasks = useTasks();
	const notices = useNotices();
	async function perform(name, work) {
		if (router.currentRoute.value.name !== "data") await router.push({ name: "data" });
		try {
			const done = await tasks.run("import", "data.importing", { name }, work);
			await router.push({
				name: "dataset",
				params: { id: done.dataset.id }
			});
		} catch (error) {
			notices.error(error);
		}
	}
	const importSource = (source, name) => perform(name, (options) => datasets.importFrom({ source }, options));
	const importPath = (path) => isArchive(path) ? importSource({
		kind: "cifar10",
		archive: path
	}, baseName(path)) : importSource({
		kind: "folder",
		path
	}, baseName(path));
	/** A browser's files are sent first. */
	async function importFiles(reading) {
		const { name, files } = await reading;
		await perform(name || "…", async (options) => {
			if (files.length === 0) throw new UserError("folder-without-images", "The folder holds no files.");
			const upload = await api.upload(files, options);
			return datasets.importFrom({
				source: {
					kind: "upload",
					upload
				},
				options: name ? { name: name.slice(0, 200) } : {}
			}, options);
		});
	}
	async function importDropped(transfer) {
		if (!api.pathsForFiles) return importFiles(readDropped(transfer.items));
		const [path] = api.pathsForFiles([...transfer.files]);
		if (path) await importPath(path);
	}
	return {
		importSource,
		importPath,
		importFiles,
		importDropped
	};
}
// src-renderer/components/DropTarget.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$9 = {
	key: 0,
	class: "over",
	"aria-hidden": "true"
};
// src-renderer/components/DropTarget.vue
var DropTarget_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "DropTarget",
	setup(__props) {
		const route = useRoute();
		const { t } = useText();
		const { importDropped } = useImport();
		const over = ref(false);
		let leaving;
		const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;
		const elsewhere = () => route.name === "predict";
		function dragOver(event) {
			if (!hasFiles(event)) return;
			event.preventDefault();
			if (elsewhere()) return;
			over.value = true;
			clearTimeout(leaving);
			leaving = setTimeout(() => over.value = false, 150);
		}
		function drop(event) {
			if (!hasFiles(event)) return;
			event.preventDefault();
			over.value = false;
			if (!elsewhere() && event.dataTransfer) importDropped(event.dataTransfer);
		}
		onMounted(() => {
			addEventListener("dragover", dragOver);
			addEventListener("drop", drop);
		});
		onBeforeUnmount(() => {
			removeEventListener("dragover", dragOver);
			removeEventListener("drop", drop);
			clearTimeout(leaving);
		});
		return (_ctx, _cache) => {
			return over.value ? (openBlock(), createElementBlock("div", _hoisted_1$9, [createBaseVNode("p", null, toDisplayString(unref(t)("data.dropNow")), 1)])) : createCommentVNode("", true);
		};
	}
}), [["__scopeId", "data-v-91f70fc6"]]);
// src-renderer/format/explain.ts
/** Codes that this side throws itself: only the texts here speak of them. */
var local = /* @__PURE__ */ new Set(["connection-lost", "cancelled"]);
/** Marks a value that a text asked for and that did not come. */
var missing = "\0";
/** Answers every name: with the value, or with the mark. */
var askFor = (detail) => new Proxy(detail, {
	get: (values, name) => typeof name === "string" ? values[name] ?? missing : void 0,
	has: () => true
});
function explain(thrown, { t, te, english }) {
	const error = typeof thrown === "object" && thrown !== null ? thrown : { message: String(thrown) };
	const code = error.code && te(`errors.${error.code}.what`) ? error.code : "fault";
	const fault = code === "fault";
	const said = error.message ?? "";
	if (fault) return {
		code,
		what: t("errors.fault.what"),
		next: t("errors.fault.next"),
		technical: said,
		fault
	};
	const values = askFor(error.detail ?? {});
	const what = t(`errors.${code}.what`, values);
	const next = te(`errors.${code}.next`) ? t(`errors.${code}.next`, values) : "";
	if (local.has(code)) return {
		code,
		what,
		next,
		technical: "",
		fault
	};
	const whole = !what.includes(missing) && !next.includes(missing);
	if (said && (english || !whole)) return {
		code,
		what: said,
		next: error.hint ?? next,
		technical: "",
		fault
	};
	return {
		code,
		what,
		next,
		technical: said,
		fault
	};
}
// src-renderer/components/ui/ErrorPanel.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$8 = ["data-code"];
var _hoisted_2$7 = { class: "words" };
var _hoisted_3$7 = { class: "what" };
var _hoisted_4$3 = { key: 0 };
var _hoisted_5$2 = { key: 1 };
// src-renderer/components/ui/ErrorPanel.vue
var ErrorPanel_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ErrorPanel",
	props: {
		error: {},
		dismissible: { type: Boolean }
	},
	emits: ["dismiss"],
	setup(__props) {
		const props = __props;
		const { t, te, locale } = useText();
		const said = computed(() => explain(props.error, {
			t,
			te,
			english: locale.value === "en"
		}));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: normalizeClass(["panel", { fault: said.value.fault }]),
				role: "alert",
				"data-test": "error",
				"data-code": said.value.code
			}, [
				createVNode(AppIcon_default, { name: "warning" }),
				createBaseVNode("div", _hoisted_2$7, [
					createBaseVNode("p", _hoisted_3$7, toDisplayString(said.value.what), 1),
					said.value.next ? (openBlock(), createElementBlock("p", _hoisted_4$3, toDisplayString(said.value.next), 1)) : createCommentVNode("", true),
					said.value.technical ? (openBlock(), createElementBlock("details", _hoisted_5$2, [createBaseVNode("summary", null, toDisplayString(unref(t)("common.technical")), 1), createBaseVNode("code", null, toDisplayString(said.value.technical), 1)])) : createCommentVNode("", true)
				]),
				__props.dismissible ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					kind: "quiet",
					small: "",
					icon: "close",
					label: unref(t)("common.dismiss"),
					onClick: _cache[0] || (_cache[0] = ($event) => _ctx.$emit("dismiss"))
				}, null, 8, ["label"])) : createCommentVNode("", true)
			], 10, _hoisted_1$8);
		};
	}
}), [["__scopeId", "data-v-56136ab5"]]);
// src-renderer/components/ToastStack.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$7 = {
	class: "toasts",
	role: "status",
	"aria-live": "polite"
};
var _hoisted_2$6 = {
	key: 1,
	class: "said"
};
var _hoisted_3$6 = ["onClick"];
// src-renderer/components/ToastStack.vue
var ToastStack_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ToastStack",
	setup(__props) {
		const notices = useNotices();
		const { t } = useText();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1$7, [createVNode(TransitionGroup, { name: "toast" }, {
				default: withCtx(() => [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(notices).list, (notice) => {
					return openBlock(), createElementBlock("div", {
						key: notice.id,
						class: "toast",
						"data-test": "notice"
					}, [notice.kind === "error" ? (openBlock(), createBlock(ErrorPanel_default, {
						key: 0,
						error: notice.error,
						dismissible: "",
						onDismiss: ($event) => unref(notices).dismiss(notice.id)
					}, null, 8, ["error", "onDismiss"])) : (openBlock(), createElementBlock("div", _hoisted_2$6, [createBaseVNode("span", null, toDisplayString(unref(t)(notice.text, notice.values ?? {})), 1), notice.action ? (openBlock(), createElementBlock("button", {
						key: 0,
						type: "button",
						"data-test": "undo",
						onClick: ($event) => notice.action.run()
					}, toDisplayString(unref(t)(notice.action.label)), 9, _hoisted_3$6)) : (openBlock(), createBlock(AppButton_default, {
						key: 1,
						kind: "quiet",
						small: "",
						icon: "close",
						class: "inverse",
						label: unref(t)("common.dismiss"),
						onClick: ($event) => unref(notices).dismiss(notice.id)
					}, null, 8, ["label", "onClick"]))]))]);
				}), 128))]),
				_: 1
			})]);
		};
	}
}), [["__scopeId", "data-v-be0851f8"]]);
// src-renderer/App.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$6 = { class: "frame" };
var _hoisted_2$5 = {
	id: "main",
	tabindex: "-1"
};
var _hoisted_3$5 = { class: "screen" };
// src-renderer/App.vue
var App_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "App",
	setup(__props) {
		const route = useRoute();
		const { t, locale } = useText();
		useSettings();
		watch(() => route.path, async (_path, before) => {
			await nextTick();
			document.getElementById("main")?.scrollTo(0, 0);
			if (before !== "/") document.querySelector("h1")?.focus({ preventScroll: true });
		});
		watch(() => [route.name, locale.value], () => {
			const name = typeof route.name === "string" ? route.name : "data";
			document.title = `${t(`nav.${name}`)} · Cotejo`;
		}, { immediate: true });
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [
				createBaseVNode("a", {
					class: "skip-link",
					href: "#main",
					onClick: _cache[0] || (_cache[0] = withModifiers(($event) => $event.target.ownerDocument.getElementById("main")?.focus(), ["prevent"]))
				}, toDisplayString(unref(t)("nav.skip")), 1),
				createBaseVNode("div", _hoisted_1$6, [createVNode(AppSidebar_default), createBaseVNode("main", _hoisted_2$5, [createVNode(AppBanners_default), createBaseVNode("div", _hoisted_3$5, [(openBlock(), createBlock(unref(RouterView), { key: String(unref(route).name) }))])])]),
				createVNode(DropTarget_default),
				createVNode(ToastStack_default)
			], 64);
		};
	}
}), [["__scopeId", "data-v-8961ed1e"]]);
// src-renderer/components/TaskProgress.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$5 = ["data-purpose"];
var _hoisted_2$4 = { class: "row spread" };
var _hoisted_3$4 = { class: "small quiet num facts" };
var _hoisted_4$2 = { key: 0 };
var _hoisted_5$1 = { key: 1 };
var _hoisted_6$1 = { key: 2 };
var _hoisted_7$1 = {
	key: 3,
	class: "item"
};
// src-renderer/components/TaskProgress.vue
var TaskProgress_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "TaskProgress",
	props: { task: {} },
	setup(__props) {
		const props = __props;
		const { t, tn, f } = useText();
		const amount = computed(() => {
			const now = props.task.progress;
			if (!now || now.total === 0) return "";
			const [done, total] = now.unit === "bytes" ? [f.value.bytes(now.done), f.value.bytes(now.total)] : [f.value.number(now.done), f.value.number(now.total)];
			return t("tasks.doneOf", {
				done,
				total
			});
		});
		const rate = computed(() => {
			const now = props.task.progress;
			if (!now?.rate) return "";
			return now.unit === "bytes" ? t("tasks.rate", { amount: f.value.bytes(now.rate) }) : tn("tasks.itemsRate", Math.round(now.rate));
		});
		const left = computed(() => {
			const seconds = props.task.progress?.secondsLeft;
			return seconds === void 0 ? "" : t("tasks.left", { time: f.value.duration(Math.max(1, Math.round(seconds))) });
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "task card",
				"data-test": "task",
				"data-purpose": __props.task.purpose
			}, [
				createBaseVNode("div", _hoisted_2$4, [createBaseVNode("strong", null, toDisplayString(unref(t)(__props.task.title, __props.task.values)), 1), createVNode(AppButton_default, {
					kind: "quiet",
					small: "",
					disabled: __props.task.cancelling,
					"data-test": "task-cancel",
					onClick: _cache[0] || (_cache[0] = ($event) => __props.task.cancel())
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(__props.task.cancelling ? unref(t)("tasks.cancelling") : unref(t)("common.cancel")), 1)]),
					_: 1
				}, 8, ["disabled"])]),
				createVNode(ProgressBar_default, {
					label: unref(t)(__props.task.title, __props.task.values),
					done: __props.task.progress?.done ?? 0,
					total: __props.task.progress?.total ?? 0
				}, null, 8, [
					"label",
					"done",
					"total"
				]),
				createBaseVNode("p", _hoisted_3$4, [
					createBaseVNode("span", null, toDisplayString(__props.task.progress ? unref(t)(`stages.${__props.task.progress.stage}`) : unref(t)("tasks.starting")), 1),
					amount.value ? (openBlock(), createElementBlock("span", _hoisted_4$2, toDisplayString(amount.value), 1)) : createCommentVNode("", true),
					rate.value ? (openBlock(), createElementBlock("span", _hoisted_5$1, toDisplayString(rate.value), 1)) : createCommentVNode("", true),
					left.value ? (openBlock(), createElementBlock("span", _hoisted_6$1, toDisplayString(left.value), 1)) : createCommentVNode("", true),
					__props.task.progress?.item ? (openBlock(), createElementBlock("span", _hoisted_7$1, toDisplayString(__props.task.progress.item), 1)) : createCommentVNode("", true)
				])
			], 8, _hoisted_1$5);
		};
	}
}), [["__scopeId", "data-v-35628959"]]);
// src-renderer/components/ui/AppDisclosure.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$4 = { class: "disclosure" };
var _hoisted_2$3 = {
	key: 0,
	class: "note"
};
var _hoisted_3$3 = { class: "inside" };
// src-renderer/components/ui/AppDisclosure.vue
var AppDisclosure_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AppDisclosure",
	props: {
		label: {},
		note: {}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("details", _hoisted_1$4, [createBaseVNode("summary", null, [
				createVNode(AppIcon_default, {
					name: "right",
					size: 16,
					class: "arrow"
				}),
				createBaseVNode("span", null, toDisplayString(__props.label), 1),
				__props.note ? (openBlock(), createElementBlock("span", _hoisted_2$3, toDisplayString(__props.note), 1)) : createCommentVNode("", true)
			]), createBaseVNode("div", _hoisted_3$3, [renderSlot(_ctx.$slots, "default", {}, void 0, true)])]);
		};
	}
}), [["__scopeId", "data-v-e2e3cd85"]]);
// src-renderer/data/AddData.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = ["aria-label"];
var _hoisted_2$2 = { class: "drop card" };
var _hoisted_3$2 = { class: "stack" };
var _hoisted_4$1 = { class: "quiet" };
var _hoisted_5 = { class: "row wrap" };
var _hoisted_6 = ["aria-label", "placeholder"];
var _hoisted_7 = ["aria-label"];
var _hoisted_8 = { class: "others" };
var _hoisted_9 = { class: "other card" };
var _hoisted_10 = { class: "small quiet" };
var _hoisted_11 = { class: "other card" };
var _hoisted_12 = { class: "small quiet" };
var _hoisted_13 = ["aria-label"];
// src-renderer/data/AddData.vue
var AddData_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AddData",
	setup(__props) {
		const api = useApi();
		const tasks = useTasks();
		const connection = useConnection();
		const { t } = useText();
		const { importSource, importPath, importFiles } = useImport();
		const chooser = useTemplateRef("chooser");
		const path = ref("");
		const archive = ref("");
		async function chooseFolder() {
			if (!api.chooseFolder) return chooser.value?.click();
			const chosen = await api.chooseFolder();
			if (chosen) await importPath(chosen);
		}
		async function chooseArchive() {
			const [chosen] = await api.chooseFiles?.({ extensions: ["gz", "tgz"] }) ?? [];
			if (chosen) await importSource({
				kind: "cifar10",
				archive: chosen
			}, "CIFAR-10");
		}
		async function filesChosen(event) {
			const input = event.target;
			if (input.files?.length) await importFiles(Promise.resolve(readChosen(input.files)));
			input.value = "";
		}
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("section", {
				class: "add",
				"aria-label": unref(t)("data.addTitle")
			}, [createBaseVNode("div", _hoisted_2$2, [createBaseVNode("div", _hoisted_3$2, [
				createBaseVNode("h2", null, toDisplayString(unref(t)("data.dropTitle")), 1),
				createBaseVNode("p", _hoisted_4$1, toDisplayString(unref(t)("data.dropText")), 1),
				createBaseVNode("div", _hoisted_5, [createVNode(AppButton_default, {
					kind: "primary",
					icon: "folder",
					disabled: !!unref(tasks).byPurpose("import"),
					"data-test": "choose-folder",
					onClick: chooseFolder
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.choose")), 1)]),
					_: 1
				}, 8, ["disabled"])]),
				!unref(api).chooseFolder ? (openBlock(), createElementBlock("input", {
					key: 0,
					ref_key: "chooser",
					ref: chooser,
					class: "visually-hidden",
					type: "file",
					webkitdirectory: "",
					multiple: "",
					tabindex: "-1",
					"aria-hidden": "true",
					"data-test": "folder-input",
					onChange: filesChosen
				}, null, 544)) : createCommentVNode("", true),
				unref(connection).info?.host === "serve" ? (openBlock(), createBlock(AppDisclosure_default, {
					key: 1,
					label: unref(t)("data.byPath"),
					class: "small"
				}, {
					default: withCtx(() => [createBaseVNode("form", {
						class: "row",
						onSubmit: _cache[2] || (_cache[2] = withModifiers(($event) => path.value && unref(importPath)(path.value), ["prevent"]))
					}, [withDirectives(createBaseVNode("input", {
						"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => path.value = $event),
						class: "control small",
						"aria-label": unref(t)("data.pathLabel"),
						placeholder: unref(t)("data.pathExample"),
						"data-test": "folder-path"
					}, null, 8, _hoisted_6), [[
						vModelText,
						path.value,
						void 0,
						{ trim: true }
					]]), createVNode(AppButton_default, {
						small: "",
						"data-test": "import-path",
						onClick: _cache[1] || (_cache[1] = ($event) => path.value && unref(importPath)(path.value))
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.import")), 1)]),
						_: 1
					})], 32)]),
					_: 1
				}, 8, ["label"])) : createCommentVNode("", true)
			]), createBaseVNode("pre", {
				class: "tree",
				"aria-label": unref(t)("data.treeLabel"),
				role: "img"
			}, [
				createBaseVNode("b", null, toDisplayString(unref(t)("data.tree.root")) + "/", 1),
				_cache[8] || (_cache[8] = createTextVNode("\n├─ ", -1)),
				createBaseVNode("b", null, toDisplayString(unref(t)("data.tree.a")) + "/", 1),
				_cache[9] || (_cache[9] = createTextVNode("\n│  ├─ 001.jpg\n│  └─ 002.jpg\n├─ ", -1)),
				createBaseVNode("b", null, toDisplayString(unref(t)("data.tree.b")) + "/", 1),
				_cache[10] || (_cache[10] = createTextVNode("\n│  └─ …\n└─ ", -1)),
				createBaseVNode("b", null, toDisplayString(unref(t)("data.tree.c")) + "/", 1),
				_cache[11] || (_cache[11] = createTextVNode("\n   └─ …", -1))
			], 8, _hoisted_7)]), createBaseVNode("div", _hoisted_8, [createBaseVNode("article", _hoisted_9, [
				createBaseVNode("h3", null, toDisplayString(unref(t)("data.sampleTitle")), 1),
				createBaseVNode("p", _hoisted_10, toDisplayString(unref(t)("data.sampleText")), 1),
				createVNode(AppButton_default, {
					small: "",
					disabled: !!unref(tasks).byPurpose("import"),
					"data-test": "import-sample",
					onClick: _cache[3] || (_cache[3] = ($event) => unref(importSource)({ kind: "sample" }, unref(t)("data.sampleTitle")))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.sampleUse")), 1)]),
					_: 1
				}, 8, ["disabled"])
			]), createBaseVNode("article", _hoisted_11, [
				_cache[12] || (_cache[12] = createBaseVNode("h3", null, "CIFAR-10", -1)),
				createBaseVNode("p", _hoisted_12, toDisplayString(unref(t)("data.cifarText")), 1),
				createVNode(AppButton_default, {
					small: "",
					disabled: !!unref(tasks).byPurpose("import"),
					"data-test": "import-cifar10",
					onClick: _cache[4] || (_cache[4] = ($event) => unref(importSource)({ kind: "cifar10" }, "CIFAR-10"))
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.cifarDownload")), 1)]),
					_: 1
				}, 8, ["disabled"]),
				unref(api).chooseFiles ? (openBlock(), createBlock(AppButton_default, {
					key: 0,
					kind: "quiet",
					small: "",
					"data-test": "import-archive",
					onClick: chooseArchive
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.cifarArchive")), 1)]),
					_: 1
				})) : (openBlock(), createBlock(AppDisclosure_default, {
					key: 1,
					label: unref(t)("data.cifarArchive"),
					class: "small"
				}, {
					default: withCtx(() => [createBaseVNode("form", {
						class: "row",
						onSubmit: _cache[7] || (_cache[7] = withModifiers(($event) => archive.value && unref(importSource)({
							kind: "cifar10",
							archive: archive.value
						}, "CIFAR-10"), ["prevent"]))
					}, [withDirectives(createBaseVNode("input", {
						"onUpdate:modelValue": _cache[5] || (_cache[5] = ($event) => archive.value = $event),
						class: "control small",
						"aria-label": unref(t)("data.archiveLabel"),
						placeholder: "/…/cifar-10-binary.tar.gz",
						"data-test": "archive-path"
					}, null, 8, _hoisted_13), [[
						vModelText,
						archive.value,
						void 0,
						{ trim: true }
					]]), createVNode(AppButton_default, {
						small: "",
						"data-test": "import-archive",
						onClick: _cache[6] || (_cache[6] = ($event) => archive.value && unref(importSource)({
							kind: "cifar10",
							archive: archive.value
						}, "CIFAR-10"))
					}, {
						default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.import")), 1)]),
						_: 1
					})], 32)]),
					_: 1
				}, 8, ["label"]))
			])])], 8, _hoisted_1$3);
		};
	}
}), [["__scopeId", "data-v-6ff36881"]]);
// src-renderer/components/SplitBar.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = ["aria-label", "title"];
// src-renderer/components/SplitBar.vue
var SplitBar_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "SplitBar",
	props: {
		train: {},
		validation: {},
		test: {},
		of: {}
	},
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const parts = computed(() => [
			"train",
			"validation",
			"test"
		].map((name) => ({
			name,
			count: props[name]
		})).filter((p) => p.count > 0));
		const whole = computed(() => props.of ?? props.train + props.validation + props.test);
		const label = computed(() => parts.value.map((part) => `${t(`splits.${part.name}`)} ${f.value.number(part.count)}`).join(", "));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "split",
				role: "img",
				"aria-label": label.value,
				title: label.value
			}, [(openBlock(true), createElementBlock(Fragment, null, renderList(parts.value, (part) => {
				return openBlock(), createElementBlock("span", {
					key: part.name,
					class: normalizeClass(part.name),
					style: normalizeStyle({ width: `${100 * part.count / Math.max(1, whole.value)}%` })
				}, null, 6);
			}), 128))], 8, _hoisted_1$2);
		};
	}
}), [["__scopeId", "data-v-5b7edc5d"]]);
// src-renderer/data/DatasetCard.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = {
	class: "pictures",
	"aria-hidden": "true"
};
var _hoisted_2$1 = ["src"];
var _hoisted_3$1 = { class: "words" };
var _hoisted_4 = { class: "small quiet num" };
// src-renderer/data/DatasetCard.vue
var DatasetCard_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "DatasetCard",
	props: { dataset: {} },
	setup(__props) {
		const props = __props;
		const api = useApi();
		const { tn } = useText();
		/** Pictures spread over the whole, so that every class may be seen. */
		const shown = computed(() => {
			const { total } = props.dataset.images;
			const count = Math.min(8, total);
			return Array.from({ length: count }, (_, at) => Math.floor((at + .5) * total / count));
		});
		return (_ctx, _cache) => {
			return openBlock(), createBlock(unref(RouterLink), {
				class: "dataset card",
				to: {
					name: "dataset",
					params: { id: __props.dataset.id }
				},
				"data-test": "dataset-card",
				"data-dataset": __props.dataset.id
			}, {
				default: withCtx(() => [createBaseVNode("div", _hoisted_1$1, [(openBlock(true), createElementBlock(Fragment, null, renderList(shown.value, (index) => {
					return openBlock(), createElementBlock("img", {
						key: index,
						src: unref(api).thumbnailUrl(__props.dataset.id, index, 96),
						alt: "",
						loading: "lazy"
					}, null, 8, _hoisted_2$1);
				}), 128))]), createBaseVNode("div", _hoisted_3$1, [
					createBaseVNode("h3", null, toDisplayString(__props.dataset.name), 1),
					createBaseVNode("p", _hoisted_4, toDisplayString(unref(tn)("data.classes", __props.dataset.classes.length)) + " · " + toDisplayString(unref(tn)("data.pictures", __props.dataset.images.total)), 1),
					createVNode(SplitBar_default, normalizeProps(guardReactiveProps(__props.dataset.images)), null, 16)
				])]),
				_: 1
			}, 8, ["to", "data-dataset"]);
		};
	}
}), [["__scopeId", "data-v-983c9c30"]]);
// src-renderer/views/DataView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "screens" };
var _hoisted_2 = ["aria-label"];
var _hoisted_3 = { key: 1 };
// src-renderer/views/DataView.vue
var DataView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "DataView",
	setup(__props) {
		const datasets = useDatasets();
		const tasks = useTasks();
		const { t } = useText();
		const importing = computed(() => tasks.list.filter((task) => task.purpose === "import"));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createVNode(PageHeader_default, {
				title: unref(t)("data.title"),
				lead: unref(datasets).list.length === 0 ? unref(t)("data.leadEmpty") : unref(t)("data.lead")
			}, null, 8, ["title", "lead"]), createBaseVNode("div", _hoisted_1, [
				(openBlock(true), createElementBlock(Fragment, null, renderList(importing.value, (task) => {
					return openBlock(), createBlock(TaskProgress_default, {
						key: task.id,
						task
					}, null, 8, ["task"]);
				}), 128)),
				unref(datasets).list.length > 0 ? (openBlock(), createElementBlock("section", {
					key: 0,
					class: "grid",
					"aria-label": unref(t)("data.title")
				}, [(openBlock(true), createElementBlock(Fragment, null, renderList(unref(datasets).list, (dataset) => {
					return openBlock(), createBlock(DatasetCard_default, {
						key: dataset.id,
						dataset
					}, null, 8, ["dataset"]);
				}), 128))], 8, _hoisted_2)) : createCommentVNode("", true),
				unref(datasets).list.length > 0 ? (openBlock(), createElementBlock("h2", _hoisted_3, toDisplayString(unref(t)("data.addTitle")), 1)) : createCommentVNode("", true),
				createVNode(AddData_default)
			])], 64);
		};
	}
}), [["__scopeId", "data-v-373be9f4"]]);
// \0vite/preload-helper.js
var scriptRel = /* @__PURE__ */ (function detectScriptRel() {
	const relList = typeof document !== "undefined" && document.createElement("link").relList;
	return relList && relList.supports && relList.supports("modulepreload") ? "modulepreload" : "preload";
})();
var assetsURL = function(dep, importerUrl) {
	return new URL(dep, importerUrl).href;
};
var seen = {};
var isCssPreloadUrl = function isCssPreloadUrl(url) {
	return url.pathname.endsWith(".css");
};
var preloadOnce = function preloadOnce(seen, href, preload) {
	if (href in seen) return seen[href];
	const promise = preload();
	if (!promise) {
		seen[href] = void 0;
		return;
	}
	const preloadPromise = promise.then(() => {
		seen[href] = void 0;
	}, (err) => {
		seen[href] = void 0;
		throw err;
	});
	seen[href] = preloadPromise;
	return preloadPromise;
};
var __vitePreload = function preload(baseModule, deps, importerUrl) {
	let promise = Promise.resolve();
	if (deps && deps.length > 0) {
		let preloadedHrefs;
		const cspNonceMeta = document.querySelector("meta[property=csp-nonce]");
		const cspNonce = cspNonceMeta?.nonce || cspNonceMeta?.getAttribute("nonce");
		function allSettled(promises) {
			return Promise.all(promises.map((p) => Promise.resolve(p).then((value) => ({
				status: "fulfilled",
				value
			}), (reason) => ({
				status: "rejected",
				reason
			}))));
		}
		function importMetaResolve(specifier) {
			if (import.meta.resolve) return new URL(import.meta.resolve(specifier));
			return new URL(
				specifier,
				/** #__KEEP__ */
				import.meta.url
			);
		}
		promise = allSettled(deps.map((depString) => {
			depString = assetsURL(depString, importerUrl);
			const dep = importMetaResolve(depString);
			const isCss = isCssPreloadUrl(dep);
			return preloadOnce(seen, dep.href, () => {
				if (preloadedHrefs === void 0) {
					preloadedHrefs = {
						all: /* @__PURE__ */ new Set(),
						styles: /* @__PURE__ */ new Set()
					};
					const links = document.getElementsByTagName("link");
					for (let i = links.length - 1; i >= 0; i--) {
						const link = links[i];
						preloadedHrefs.all.add(link.href);
						if (link.rel === "stylesheet") preloadedHrefs.styles.add(link.href);
					}
				}
				if ((isCss ? preloadedHrefs.styles : preloadedHrefs.all).has(dep.href)) return;
				const link = document.createElement("link");
				link.rel = isCss ? "stylesheet" : scriptRel;
				if (!isCss) link.as = "script";
				link.crossOrigin = "";
				link.href = dep.href;
				if (cspNonce) link.setAttribute("nonce", cspNonce);
				document.head.appendChild(link);
				if (isCss) return new Promise((res, rej) => {
					const handleSettle = (e) => {
						link.removeEventListener("load", handleSettle);
						link.removeEventListener("error", handleSettle);
						if (e.type === "error") rej(/* @__PURE__ */ new Error(`Unable to preload CSS for ${dep}`));
						else res(e);
					};
					link.addEventListener("load", handleSettle);
					link.addEventListener("error", handleSettle);
				});
			});
		}).filter((p) => p !== void 0));
	}
	function handlePreloadError(err) {
		const e = new Event("vite:preloadError", { cancelable: true });
		e.payload = err;
		window.dispatchEvent(e);
		if (!e.defaultPrevented) throw err;
	}
	return promise.then((res) => {
		for (const item of res || []) {
			if (item.status !== "rejected") continue;
			handlePreloadError(item.reason);
		}
		return baseModule().catch(handlePreloadError);
	});
};
// src-renderer/router.ts
var routes = [
	{
		path: "/",
		redirect: { name: "data" }
	},
	{
		path: "/data",
		name: "data",
		component: DataView_default
	},
	{
		path: "/data/:id",
		name: "dataset",
		component: () => __vitePreload(() => import("./DatasetView-CgBakt_o.js"), __vite__mapDeps([0,1,2,3,4,5]), import.meta.url),
		props: true
	},
	{
		path: "/train",
		name: "train",
		component: () => __vitePreload(() => import("./NewRunView-D864fnwM.js"), __vite__mapDeps([6,1,2,7,8,3,4,9,10,11,12,13]), import.meta.url)
	},
	{
		path: "/runs",
		name: "runs",
		component: () => __vitePreload(() => import("./RunsView-n3AaiHpd.js"), __vite__mapDeps([14,1,2,7,8,15,16,11,12,17,9,10,18,19]), import.meta.url)
	},
	{
		path: "/runs/:id",
		name: "run",
		component: () => __vitePreload(() => import("./RunView-l4MP16_a.js"), __vite__mapDeps([20,1,2,21,15,16,11,12,22,17,9,10,18,23]), import.meta.url),
		props: true
	},
	{
		path: "/compare",
		name: "compare",
		component: () => __vitePreload(() => import("./CompareView-DiyIgePE.js"), __vite__mapDeps([24,1,2,21,15,16,11,12,22,7,8,25]), import.meta.url)
	},
	{
		path: "/predict",
		name: "predict",
		component: () => __vitePreload(() => import("./PredictView-DnS1hoHD.js"), __vite__mapDeps([26,1,2,7,8,27]), import.meta.url)
	},
	{
		path: "/machine",
		name: "machine",
		component: () => __vitePreload(() => import("./MachineView-Bg5q1ovr.js"), __vite__mapDeps([28,1,2,29]), import.meta.url)
	},
	{
		path: "/:unknown(.*)*",
		redirect: { name: "data" }
	}
];
var router = createRouter({
	history: createWebHashHistory(),
	routes
});
// src-renderer/stores/sync.ts
function keepInStep(api) {
	const connection = useConnection();
	const notices = useNotices();
	const stores = [
		connection,
		useDatasets(),
		useRuns()
	];
	api.watchConnection((state) => {
		connection.state = state;
		if (state !== "open") return;
		for (const store of stores) store.refresh().catch((error) => notices.error(error));
	});
}
// src-renderer/main.ts
var api = startApi(window);
var app = createApp(App_default).use(createPinia()).use(i18n).use(router);
app.config.errorHandler = (error) => useNotices().error(error);
keepInStep(api);
app.mount("#app");
export { createContext as A, useVModel as C, isIOS as D, isClient as E, isActive as M, useRuns as N, tryOnBeforeUnmount as O, useMounted as S, createSharedComposable as T, renderSlotFragments as _, useTasks as a, unrefElement as b, AppSelect_default as c, Primitive as d, useId as f, injectConfigProviderContext as g, useFormControl as h, ErrorPanel_default as i, useSettings as j, getActiveElement as k, AppSegments_default as l, useForwardExpose as m, AppDisclosure_default as n, useDatasets as o, useForwardScopeId as p, TaskProgress_default as r, ProgressBar_default as s, SplitBar_default as t, VisuallyHiddenInput_default as u, defaultWindow as v, createGlobalState as w, useEventListener as x, onKeyStroke as y };
