import { $ as onMounted, At as toDisplayString, B as createCommentVNode, H as createTextVNode, L as computed, P as Fragment, Q as onBeforeUnmount, R as createBaseVNode, S as useRouter, Tt as unref, U as createVNode, V as createElementBlock, W as defineComponent, X as mergeProps, a as useNotices, ft as withCtx, h as useText, i as _plugin_vue_export_helper_default, it as renderList, kt as normalizeStyle, lt as useTemplateRef, n as AppButton_default, nt as openBlock, r as AppIcon_default, s as useApi, t as PageHeader_default, ut as watch, wt as triggerRef, xt as shallowRef, yt as ref, z as createBlock } from "./PageHeader-D_8GErRu.js";
import { t as SplitLegend_default } from "./SplitLegend-CVEci1vn.js";
import { c as AppSelect_default, i as ErrorPanel_default, l as AppSegments_default, n as AppDisclosure_default, o as useDatasets, t as SplitBar_default } from "./index-5uOnG9Lo.js";
// src-renderer/data/ClassTable.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$3 = ["aria-label"];
var _hoisted_2$3 = { "data-test": "class-table" };
var _hoisted_3$2 = { class: "small quiet" };
var _hoisted_4$2 = { scope: "col" };
var _hoisted_5$2 = {
	scope: "col",
	class: "bar"
};
var _hoisted_6$2 = { class: "visually-hidden" };
var _hoisted_7 = ["data-class"];
var _hoisted_8 = { scope: "row" };
var _hoisted_9 = { class: "bar" };
var _hoisted_10 = { class: "count num" };
var _hoisted_11 = { class: "count num" };
var _hoisted_12 = { class: "count num" };
// src-renderer/data/ClassTable.vue
var ClassTable_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ClassTable",
	props: { classes: {} },
	setup(__props) {
		const props = __props;
		const { t, f } = useText();
		const sum = (one) => one.train + one.validation + one.test;
		const most = computed(() => Math.max(...props.classes.map(sum)));
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", {
				class: "scroll",
				tabindex: "0",
				role: "region",
				"aria-label": unref(t)("data.classesTitle")
			}, [createBaseVNode("table", _hoisted_2$3, [createBaseVNode("thead", _hoisted_3$2, [createBaseVNode("tr", null, [
				createBaseVNode("th", _hoisted_4$2, toDisplayString(unref(t)("data.class")), 1),
				createBaseVNode("th", _hoisted_5$2, [createBaseVNode("span", _hoisted_6$2, toDisplayString(unref(t)("data.splitTitle")), 1)]),
				(openBlock(), createElementBlock(Fragment, null, renderList([
					"train",
					"validation",
					"test"
				], (split) => {
					return createBaseVNode("th", {
						key: split,
						scope: "col",
						class: "count"
					}, toDisplayString(unref(t)(`splits.${split}`)), 1);
				}), 64))
			])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(__props.classes, (one) => {
				return openBlock(), createElementBlock("tr", {
					key: one.name,
					"data-class": one.name
				}, [
					createBaseVNode("th", _hoisted_8, toDisplayString(one.name), 1),
					createBaseVNode("td", _hoisted_9, [createVNode(SplitBar_default, mergeProps({ ref_for: true }, one, { of: most.value }), null, 16, ["of"])]),
					createBaseVNode("td", _hoisted_10, toDisplayString(unref(f).number(one.train)), 1),
					createBaseVNode("td", _hoisted_11, toDisplayString(unref(f).number(one.validation)), 1),
					createBaseVNode("td", _hoisted_12, toDisplayString(unref(f).number(one.test)), 1)
				], 8, _hoisted_7);
			}), 128))])])], 8, _hoisted_1$3);
		};
	}
}), [["__scopeId", "data-v-17917afc"]]);
// src-renderer/data/ImportReport.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$2 = {
	key: 0,
	class: "report card"
};
var _hoisted_2$2 = {
	key: 0,
	class: "line"
};
var _hoisted_3$1 = ["aria-label"];
var _hoisted_4$1 = { class: "small" };
var _hoisted_5$1 = { scope: "col" };
var _hoisted_6$1 = { scope: "col" };
var listed = 200;
// src-renderer/data/ImportReport.vue
var ImportReport_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "ImportReport",
	props: { report: {} },
	setup(__props) {
		const props = __props;
		const { t, tn, f } = useText();
		const skipped = computed(() => props.report.skipped.slice(0, listed));
		return (_ctx, _cache) => {
			return __props.report.warnings.length || __props.report.skipped.length || __props.report.emptyClasses.length ? (openBlock(), createElementBlock("section", _hoisted_1$2, [
				(openBlock(true), createElementBlock(Fragment, null, renderList(__props.report.warnings, (warning) => {
					return openBlock(), createElementBlock("p", {
						key: warning,
						class: "line"
					}, [createVNode(AppIcon_default, { name: "info" }), createTextVNode(" " + toDisplayString(warning), 1)]);
				}), 128)),
				__props.report.emptyClasses.length ? (openBlock(), createElementBlock("p", _hoisted_2$2, [createVNode(AppIcon_default, { name: "info" }), createTextVNode(" " + toDisplayString(unref(tn)("data.emptyClasses", __props.report.emptyClasses.length, { names: unref(f).list(__props.report.emptyClasses) })), 1)])) : createCommentVNode("", true),
				__props.report.files.skipped > 0 ? (openBlock(), createBlock(AppDisclosure_default, {
					key: 1,
					label: unref(tn)("data.skipped", __props.report.files.skipped),
					"data-test": "skipped"
				}, {
					default: withCtx(() => [createBaseVNode("div", {
						class: "scroll",
						tabindex: "0",
						role: "region",
						"aria-label": unref(tn)("data.skipped", __props.report.files.skipped)
					}, [createBaseVNode("table", _hoisted_4$1, [createBaseVNode("thead", null, [createBaseVNode("tr", null, [createBaseVNode("th", _hoisted_5$1, toDisplayString(unref(t)("data.file")), 1), createBaseVNode("th", _hoisted_6$1, toDisplayString(unref(t)("data.why")), 1)])]), createBaseVNode("tbody", null, [(openBlock(true), createElementBlock(Fragment, null, renderList(skipped.value, (file) => {
						return openBlock(), createElementBlock("tr", { key: file.file }, [createBaseVNode("td", null, [createBaseVNode("code", null, toDisplayString(file.file), 1)]), createBaseVNode("td", null, toDisplayString(unref(t)(`data.reasons.${file.reason}`)), 1)]);
					}), 128))])])], 8, _hoisted_3$1)]),
					_: 1
				}, 8, ["label"])) : createCommentVNode("", true)
			])) : createCommentVNode("", true);
		};
	}
}), [["__scopeId", "data-v-ca61b477"]]);
// src-renderer/data/visible-rows.ts
/** Rows beyond the edge that are kept ready, so that scrolling finds them drawn. */
var ahead = 3;
/** @param view how far the list is scrolled (pixels above the edge) and how much of it is seen */
function visibleRows(view, rowHeight, rows) {
	if (rowHeight <= 0 || rows <= 0) return {
		from: 0,
		to: 0
	};
	const first = Math.floor(view.top / rowHeight) - ahead;
	const last = Math.ceil((view.top + view.height) / rowHeight) + ahead;
	const clamp = (row) => Math.min(rows, Math.max(0, row));
	return {
		from: clamp(first),
		to: clamp(last)
	};
}
// src-renderer/data/PictureGrid.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1$1 = {
	class: "small quiet num",
	"aria-live": "polite",
	"data-test": "picture-count"
};
var _hoisted_2$1 = [
	"src",
	"alt",
	"title"
];
var pageSize = 200;
var gap = 8;
// src-renderer/data/PictureGrid.vue
var PictureGrid_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "PictureGrid",
	props: {
		dataset: {},
		labels: {},
		label: {},
		split: {}
	},
	setup(__props) {
		const props = __props;
		const api = useApi();
		const notices = useNotices();
		const { t, tn } = useText();
		const grid = useTemplateRef("grid");
		const width = ref(0);
		const view = ref({
			top: 0,
			height: 0
		});
		const total = ref(null);
		/** Pages by number; null while one is on its way. */
		const pages = shallowRef(/* @__PURE__ */ new Map());
		let question = 0;
		const columns = computed(() => Math.max(2, Math.floor((width.value + gap) / 120)));
		const side = computed(() => (width.value - gap * (columns.value - 1)) / columns.value);
		const rows = computed(() => Math.ceil((total.value ?? 0) / columns.value));
		const shown = computed(() => visibleRows(view.value, side.value + gap, rows.value));
		const tiles = computed(() => {
			const found = [];
			const from = shown.value.from * columns.value;
			const to = Math.min(total.value ?? 0, shown.value.to * columns.value);
			for (let at = from; at < to; at++) {
				const image = pages.value.get(Math.floor(at / pageSize))?.[at % pageSize];
				if (image) found.push({
					at,
					image
				});
			}
			return found;
		});
		async function load(page) {
			if (pages.value.has(page)) return;
			pages.value.set(page, null);
			const asked = question;
			try {
				const answer = await api.call("data.images", {
					dataset: props.dataset,
					...props.label !== void 0 && { label: props.label },
					...props.split && { split: props.split },
					offset: page * pageSize,
					limit: pageSize
				});
				if (asked !== question) return;
				total.value = answer.total;
				pages.value.set(page, answer.images);
				triggerRef(pages);
			} catch (error) {
				if (asked === question) notices.error(error);
			}
		}
		watch(() => [
			props.dataset,
			props.label,
			props.split
		], () => {
			question++;
			pages.value = /* @__PURE__ */ new Map();
			total.value = null;
			load(0);
		}, { immediate: true });
		watch([shown, columns], () => {
			const first = Math.floor(shown.value.from * columns.value / pageSize);
			const last = Math.floor((shown.value.to * columns.value - 1) / pageSize);
			for (let page = first; page <= last; page++) load(page);
		});
		let scroller = null;
		const look = () => {
			if (!grid.value || !scroller) return;
			const box = grid.value.getBoundingClientRect();
			width.value = box.width;
			view.value = {
				top: scroller.getBoundingClientRect().top - box.top,
				height: scroller.clientHeight
			};
		};
		const observer = new ResizeObserver(look);
		onMounted(() => {
			scroller = document.getElementById("main");
			scroller?.addEventListener("scroll", look, { passive: true });
			observer.observe(grid.value);
			look();
		});
		onBeforeUnmount(() => {
			scroller?.removeEventListener("scroll", look);
			observer.disconnect();
		});
		const place = (at) => ({
			width: `${side.value}px`,
			height: `${side.value}px`,
			transform: `translate(${at % columns.value * (side.value + gap)}px, ${Math.floor(at / columns.value) * (side.value + gap)}px)`
		});
		const describe = (image) => t("data.pictureOf", {
			name: props.labels[image.label] ?? "",
			file: image.file
		});
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock(Fragment, null, [createBaseVNode("p", _hoisted_1$1, toDisplayString(unref(tn)("data.pictures", total.value ?? 0)), 1), createBaseVNode("ul", {
				ref_key: "grid",
				ref: grid,
				class: "grid",
				style: normalizeStyle({ height: `${Math.max(0, rows.value * (side.value + gap))}px` }),
				"data-test": "picture-grid"
			}, [(openBlock(true), createElementBlock(Fragment, null, renderList(tiles.value, ({ at, image }) => {
				return openBlock(), createElementBlock("li", {
					key: at,
					class: "tile",
					style: normalizeStyle(place(at))
				}, [createBaseVNode("img", {
					src: unref(api).thumbnailUrl(__props.dataset, image.index, 160),
					alt: describe(image),
					title: describe(image),
					loading: "lazy",
					decoding: "async"
				}, null, 8, _hoisted_2$1)], 4);
			}), 128))], 4)], 64);
		};
	}
}), [["__scopeId", "data-v-f7d083f6"]]);
// src-renderer/views/DatasetView.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "parts" };
var _hoisted_2 = { class: "card part" };
var _hoisted_3 = { class: "row wrap spread" };
var _hoisted_4 = { class: "small quiet" };
var _hoisted_5 = { class: "row wrap spread" };
var _hoisted_6 = { class: "row wrap" };
// src-renderer/views/DatasetView.vue
var DatasetView_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "DatasetView",
	props: { id: {} },
	setup(__props) {
		const props = __props;
		const api = useApi();
		const router = useRouter();
		const datasets = useDatasets();
		const { t, tn, f } = useText();
		const found = ref(null);
		const error = ref(null);
		const label = ref(-1);
		const split = ref("all");
		watch(() => props.id, async (id) => {
			found.value = null;
			error.value = null;
			label.value = -1;
			try {
				found.value = await api.call("data.get", { dataset: id });
			} catch (thrown) {
				error.value = thrown;
			}
		}, { immediate: true });
		const dataset = computed(() => found.value?.dataset);
		const labels = computed(() => dataset.value?.classes.map((one) => one.name) ?? []);
		const lead = computed(() => dataset.value ? [
			tn("data.classes", dataset.value.classes.length),
			tn("data.pictures", dataset.value.images.total),
			t("data.pixels", { size: dataset.value.size }),
			f.value.date(dataset.value.created)
		].join(" · ") : "");
		const labelOptions = computed(() => [{
			value: -1,
			label: t("data.allClasses")
		}, ...labels.value.map((name, value) => ({
			value,
			label: name
		}))]);
		const splitOptions = computed(() => [
			"all",
			"train",
			"validation",
			"test"
		].map((value) => ({
			value,
			label: t(`splits.${value}`)
		})));
		async function remove() {
			if (!dataset.value) return;
			datasets.remove(dataset.value);
			await router.push({ name: "data" });
		}
		return (_ctx, _cache) => {
			return error.value ? (openBlock(), createBlock(ErrorPanel_default, {
				key: 0,
				error: error.value
			}, null, 8, ["error"])) : found.value && dataset.value ? (openBlock(), createElementBlock(Fragment, { key: 1 }, [createVNode(PageHeader_default, {
				title: dataset.value.name,
				lead: lead.value
			}, {
				default: withCtx(() => [createVNode(AppButton_default, {
					icon: "trash",
					kind: "quiet",
					"data-test": "remove-dataset",
					onClick: remove
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("common.remove")), 1)]),
					_: 1
				}), createVNode(AppButton_default, {
					kind: "primary",
					icon: "train",
					to: {
						name: "train",
						query: { data: dataset.value.id }
					},
					"data-test": "train-on"
				}, {
					default: withCtx(() => [createTextVNode(toDisplayString(unref(t)("data.trainOn")), 1)]),
					_: 1
				}, 8, ["to"])]),
				_: 1
			}, 8, ["title", "lead"]), createBaseVNode("div", _hoisted_1, [
				createVNode(ImportReport_default, { report: found.value.report }, null, 8, ["report"]),
				createBaseVNode("section", _hoisted_2, [
					createBaseVNode("div", _hoisted_3, [createBaseVNode("h2", null, toDisplayString(unref(t)("data.classesTitle")), 1), createVNode(SplitLegend_default, { counts: dataset.value.images }, null, 8, ["counts"])]),
					createVNode(ClassTable_default, { classes: dataset.value.classes }, null, 8, ["classes"]),
					createBaseVNode("p", _hoisted_4, toDisplayString(unref(t)(`data.origin.${dataset.value.split.origin}`, { seed: dataset.value.split.seed })), 1)
				]),
				createBaseVNode("section", null, [createBaseVNode("div", _hoisted_5, [createBaseVNode("h2", null, toDisplayString(unref(t)("data.picturesTitle")), 1), createBaseVNode("div", _hoisted_6, [createVNode(AppSegments_default, {
					modelValue: split.value,
					"onUpdate:modelValue": _cache[0] || (_cache[0] = ($event) => split.value = $event),
					label: unref(t)("data.splitTitle"),
					options: splitOptions.value,
					"data-test": "filter-split"
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				]), createVNode(AppSelect_default, {
					modelValue: label.value,
					"onUpdate:modelValue": _cache[1] || (_cache[1] = ($event) => label.value = $event),
					bare: "",
					label: unref(t)("data.class"),
					options: labelOptions.value,
					"data-test": "filter-class",
					class: "pick"
				}, null, 8, [
					"modelValue",
					"label",
					"options"
				])])]), createVNode(PictureGrid_default, {
					dataset: dataset.value.id,
					labels: labels.value,
					label: label.value < 0 ? void 0 : label.value,
					split: split.value === "all" ? void 0 : split.value
				}, null, 8, [
					"dataset",
					"labels",
					"label",
					"split"
				])])
			])], 64)) : createCommentVNode("", true);
		};
	}
}), [["__scopeId", "data-v-dd5999ef"]]);
export { DatasetView_default as default };
